/** The PTP vocabulary and datasets as bytes. Pure. */
@NullMarked
package caixiang.sim.ptp;

import org.jspecify.annotations.NullMarked;
