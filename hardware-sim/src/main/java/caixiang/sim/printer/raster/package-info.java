/** What a document looks like on paper, at the print head's own resolution. The simulator's only room with PDFBox. */
@NullMarked
package caixiang.sim.printer.raster;

import org.jspecify.annotations.NullMarked;
