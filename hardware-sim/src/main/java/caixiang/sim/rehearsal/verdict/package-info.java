/** Whose frame is whose: evidence from who sat, from the station and from the picture itself, and what contradicts it. */
@NullMarked
package caixiang.sim.rehearsal.verdict;

import org.jspecify.annotations.NullMarked;
