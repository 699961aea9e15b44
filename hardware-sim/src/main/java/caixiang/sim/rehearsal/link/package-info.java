/** The two sides a rehearsal talks to: the station's public HTTP API and the simulator's control port. */
@NullMarked
package caixiang.sim.rehearsal.link;

import org.jspecify.annotations.NullMarked;
