/** Compares what truly happened with what the station has on disk, in its database and on paper. */
@NullMarked
package caixiang.sim.rehearsal.audit;

import org.jspecify.annotations.NullMarked;
