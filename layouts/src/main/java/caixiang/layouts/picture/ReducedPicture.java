package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/**
 * A whole frame made small by a whole divisor, to be measured: upright, in sRGB. Pixel (x, y) is the mean of the frame's
 * pixels from (x · divisor, y · divisor) on; where orientation turns the frame, an incomplete last block comes first.
 *
 * @param frame the size of the upright frame
 * @param divisor 1, 2, 4 or 8: frame pixels for each pixel here
 */
public record ReducedPicture(Picture picture, PixelSize frame, int divisor) {}
