/** Named sheets and photo sizes, read from data files and checked; a lab adds its own without Java. */
@NullMarked
package caixiang.layouts.template;

import org.jspecify.annotations.NullMarked;
