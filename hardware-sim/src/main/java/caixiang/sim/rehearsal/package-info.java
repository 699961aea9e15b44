/** Plays a day: seats people and drives the station through its public HTTP API as an operator would. */
@NullMarked
package caixiang.sim.rehearsal;

import org.jspecify.annotations.NullMarked;
