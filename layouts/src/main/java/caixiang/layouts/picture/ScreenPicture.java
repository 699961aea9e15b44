package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/**
 * A whole frame made small for a screen.
 *
 * @param frame the size of the upright frame
 */
public record ScreenPicture(JpegBytes jpeg, PixelSize size, PixelSize frame) {}
