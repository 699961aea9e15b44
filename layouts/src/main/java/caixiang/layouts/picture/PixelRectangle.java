package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/** A rectangle of whole pixels; the origin is the top left corner of the picture. */
public record PixelRectangle(int left, int top, int width, int height) {

    public PixelRectangle {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "no rectangle in a picture: " + width + "×" + height + " pixels at " + left + ", " + top);
        }
    }

    public PixelSize size() {
        return new PixelSize(width, height);
    }
}
