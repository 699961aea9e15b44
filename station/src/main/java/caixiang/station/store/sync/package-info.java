/** What a station keeps about its site: rows that go out, rows that came in, and what was changed while offline. */
@NullMarked
package caixiang.station.store.sync;

import org.jspecify.annotations.NullMarked;
