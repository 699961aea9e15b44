/** From a press to a frame filed under its number: the shot intent, the join, the tray of unclaimed frames. */
@NullMarked
package caixiang.station.capture;

import org.jspecify.annotations.NullMarked;
