/** Imposition: where each picture, caption and cut mark lies. Pure. Plan, then draw. */
@NullMarked
package caixiang.layouts.sheet;

import org.jspecify.annotations.NullMarked;
