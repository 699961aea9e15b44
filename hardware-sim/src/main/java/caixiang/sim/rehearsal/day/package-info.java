/** Plays a planned day: desks, operators and mishaps, all through public interfaces, each on a thread of its own. */
@NullMarked
package caixiang.sim.rehearsal.day;

import org.jspecify.annotations.NullMarked;
