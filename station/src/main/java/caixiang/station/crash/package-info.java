/** The named points of a frame's path at which a test may end the program. In a real station nothing happens there. */
@NullMarked
package caixiang.station.crash;

import org.jspecify.annotations.NullMarked;
