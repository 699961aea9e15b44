/** The way in: a template and pictures go in, a PDF comes out. */
@NullMarked
package caixiang.layouts;

import org.jspecify.annotations.NullMarked;
