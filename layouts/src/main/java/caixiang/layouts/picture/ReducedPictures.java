package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/**
 * Frames made small to be measured. With libjpeg-turbo's {@code djpeg} on the machine the frame is never decoded at full
 * size; without it the result has the same size and, but for rounding, the same pixels. Safe for several threads.
 */
public final class ReducedPictures {
    private static final int DIVISOR_MAX = 8;

    private ReducedPictures() {}

    /**
     * The whole frame, divided by the largest of 1, 2, 4 and 8 that leaves the longer edge at least this many pixels.
     *
     * @throws PictureException as {@link Portraits#cut}
     */
    public static ReducedPicture reduce(JpegBytes file, int longEdgeMin) throws PictureException {
        return reduce(file, longEdgeMin, ScaledDecoder.ofThisMachine());
    }

    /**
     * A part of the reduced frame in the size of a product: what {@link Portraits#cut} would give, but for the detail
     * that the reduced frame lacks. Good for measuring and for looking at, not for delivering.
     */
    public static Picture part(ReducedPicture reduced, CropRectangle crop, PixelSize size) {
        Picture whole = reduced.picture();
        PixelRectangle part = crop.pixels(whole.size(), size);
        var pixels = new byte[Math.toIntExact(part.size().pixels() * Picture.BANDS)];
        int row = part.width() * Picture.BANDS;
        for (int y = 0; y < part.height(); y++) {
            int from = ((part.top() + y) * whole.size().width() + part.left()) * Picture.BANDS;
            System.arraycopy(whole.bgr(), from, pixels, y * row, row);
        }
        return Resampler.scale(new Picture(part.size(), pixels), size, Kernel.LANCZOS3);
    }

    static ReducedPicture reduce(JpegBytes file, int longEdgeMin, ScaledDecoder decoder) throws PictureException {
        Frame frame = Frame.of("the picture", file);
        int divisor = divisor(frame.header().size(), longEdgeMin);
        Picture stored = decoder.decode(frame, divisor);
        Picture upright = frame.orientation().upright(JpegDecoder.colour(frame, stored));
        return new ReducedPicture(upright, frame.uprightSize(), divisor);
    }

    private static int divisor(PixelSize size, int longEdgeMin) {
        int divisor = DIVISOR_MAX;
        while (divisor > 1 && Math.max(size.width(), size.height()) / divisor < longEdgeMin) {
            divisor /= 2;
        }
        return divisor;
    }
}
