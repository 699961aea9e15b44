/** Picture files to pixels: decode, orientation, colour, crop, scale, encode. The only room with ImageIO. */
@NullMarked
package caixiang.layouts.picture;

import org.jspecify.annotations.NullMarked;
