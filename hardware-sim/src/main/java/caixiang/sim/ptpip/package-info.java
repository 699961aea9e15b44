/** PTP/IP packets. Pure bytes. */
@NullMarked
package caixiang.sim.ptpip;

import org.jspecify.annotations.NullMarked;
