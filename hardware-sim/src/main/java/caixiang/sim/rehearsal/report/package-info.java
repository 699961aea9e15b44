/** A rehearsal told to people as a table and to programs as tab-separated values. */
@NullMarked
package caixiang.sim.rehearsal.report;

import org.jspecify.annotations.NullMarked;
