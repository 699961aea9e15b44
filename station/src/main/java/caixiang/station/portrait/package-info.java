/** From frame to portrait: find the head, cut, and judge while the person still sits there. */
@NullMarked
package caixiang.station.portrait;

import org.jspecify.annotations.NullMarked;
