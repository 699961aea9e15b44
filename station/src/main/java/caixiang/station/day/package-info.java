/** Whether the day can be closed: what stands in the way, the closing itself, and opening it again. */
@NullMarked
package caixiang.station.day;

import org.jspecify.annotations.NullMarked;
