/** Draws a sheet plan. The only room with PDFBox. */
@NullMarked
package caixiang.layouts.pdf;

import org.jspecify.annotations.NullMarked;
