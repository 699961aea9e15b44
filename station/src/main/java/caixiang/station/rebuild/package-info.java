/** Makes the database again from the archive alone. */
@NullMarked
package caixiang.station.rebuild;

import org.jspecify.annotations.NullMarked;
