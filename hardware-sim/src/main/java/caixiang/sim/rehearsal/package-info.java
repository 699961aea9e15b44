/** Plays a day: seats people, drives the station through its public HTTP API, and checks whose frame is whose. */
@NullMarked
package caixiang.sim.rehearsal;

import org.jspecify.annotations.NullMarked;
