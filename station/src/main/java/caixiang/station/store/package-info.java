/** The database: one small class per table, migrations, the append-only journal. */
@NullMarked
package caixiang.station.store;

import org.jspecify.annotations.NullMarked;
