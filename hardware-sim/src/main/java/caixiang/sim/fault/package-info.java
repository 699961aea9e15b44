/** Scripted misbehaviour, seeded and replayable. */
@NullMarked
package caixiang.sim.fault;

import org.jspecify.annotations.NullMarked;
