/** Who comes on a rehearsed day: invented people, and the roster that lists them. Pure. */
@NullMarked
package caixiang.sim.rehearsal.people;

import org.jspecify.annotations.NullMarked;
