/** Starts the program: reads arguments, builds every object by hand, starts and stops them in order. */
@NullMarked
package caixiang.station;

import org.jspecify.annotations.NullMarked;
