package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/**
 * A part of a frame, scaled; nothing else was done to it.
 *
 * @param crop the pixels of the upright frame that were used
 * @param frame the size of the upright frame
 */
public record Portrait(JpegBytes jpeg, PixelRectangle crop, PixelSize frame) {}
