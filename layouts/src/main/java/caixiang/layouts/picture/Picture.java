package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/** Decoded pixels: rows from the top, each pixel a blue, a green and a red byte. */
public final class Picture {

    public static final int BANDS = 3;

    private final PixelSize size;
    private final byte[] bgr;

    /** Takes the array over; it is not changed any more. */
    public Picture(PixelSize size, byte[] bgr) {
        if (bgr.length != size.pixels() * BANDS) {
            throw new IllegalArgumentException(bgr.length + " bytes are no picture of " + size);
        }
        this.size = size;
        this.bgr = bgr;
    }

    public PixelSize size() {
        return size;
    }

    /** For reading only. */
    public byte[] bgr() {
        return bgr;
    }
}
