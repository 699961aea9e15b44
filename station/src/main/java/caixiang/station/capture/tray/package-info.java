/** Giving frames to the right number by hand: the tray with its proposals, moves, shifts of a whole run, and undo. */
@NullMarked
package caixiang.station.capture.tray;

import org.jspecify.annotations.NullMarked;
