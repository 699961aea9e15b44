/** What holds when a station comes back to its site: pure rules. */
@NullMarked
package caixiang.station.site.merge;

import org.jspecify.annotations.NullMarked;
