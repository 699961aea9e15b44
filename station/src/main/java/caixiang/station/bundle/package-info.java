/** A session packed for another archive, sealed, and taken in there whole or not at all. */
@NullMarked
package caixiang.station.bundle;

import org.jspecify.annotations.NullMarked;
