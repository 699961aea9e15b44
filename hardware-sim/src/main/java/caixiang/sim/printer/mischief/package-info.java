/** What a printer does wrong on purpose, to which job. Pure. */
@NullMarked
package caixiang.sim.printer.mischief;

import org.jspecify.annotations.NullMarked;
