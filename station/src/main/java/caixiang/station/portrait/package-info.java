/** From frame to portrait: crop by the session's fixed rectangle. */
@NullMarked
package caixiang.station.portrait;

import org.jspecify.annotations.NullMarked;
