/** What happens on a rehearsed day, decided by its seed alone. Pure. */
@NullMarked
package caixiang.sim.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
