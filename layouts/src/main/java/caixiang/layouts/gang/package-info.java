/** Many people on large paper: whose picture goes onto which sheet and into which slot. Pure. */
@NullMarked
package caixiang.layouts.gang;

import org.jspecify.annotations.NullMarked;
