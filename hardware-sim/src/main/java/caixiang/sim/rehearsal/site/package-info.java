/** The processes of a rehearsed day: stations that are started, killed and started again. */
@NullMarked
package caixiang.sim.rehearsal.site;

import org.jspecify.annotations.NullMarked;
