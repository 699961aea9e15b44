package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/** Decoded pixels: rows from the top, each pixel a blue, a green and a red byte. */
final class Picture {

    static final int BANDS = 3;

    private final PixelSize size;
    private final byte[] bgr;

    /** Takes the array over; it is not changed any more. */
    Picture(PixelSize size, byte[] bgr) {
        if (bgr.length != size.pixels() * BANDS) {
            throw new IllegalArgumentException(bgr.length + " bytes are no picture of " + size);
        }
        this.size = size;
        this.bgr = bgr;
    }

    PixelSize size() {
        return size;
    }

    /** For reading only. */
    byte[] bgr() {
        return bgr;
    }
}
