/** Lengths in whole micrometres, sizes, rectangles. Pure. */
@NullMarked
package caixiang.layouts.geometry;

import org.jspecify.annotations.NullMarked;
