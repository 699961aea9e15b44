package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.util.Optional;

/**
 * Portraits as files whose length a receiver prescribes: baseline JPEG with JFIF density, sRGB, without Exif. The quality
 * is searched for; nothing is padded, and no quality below the receiver's is used. Safe for several threads.
 */
public final class SizedJpegs {
    private static final int QUALITY_MAX = 100;

    private SizedJpegs() {}

    /**
     * What a receiver takes.
     *
     * @param bytesMin of the file; {@code bytesMax} likewise, both allowed
     * @param qualityMin 1 to 100, as the IJG counts it
     */
    public record Window(PixelSize size, int dpi, int bytesMin, int bytesMax, int qualityMin) {
        public Window {
            if (bytesMin < 0 || bytesMax < bytesMin || qualityMin < 1 || qualityMin > QUALITY_MAX) {
                throw new IllegalArgumentException(
                        "no file has " + bytesMin + " to " + bytesMax + " bytes at quality " + qualityMin);
            }
        }
    }

    /**
     * A file for a receiver.
     *
     * @param miss how many bytes it is too short (negative) or too long; empty when it is as it should be
     */
    public record Sized(Portrait portrait, int qualityPercent, Optional<Integer> miss) {}

    /**
     * Cuts a part of a frame and writes it at the best quality that keeps to the window. Where no quality does, the
     * nearest one is used and {@code miss} says how far off it is.
     *
     * @throws PictureException as {@link Portraits#cut}
     */
    public static Sized cut(JpegBytes file, CropRectangle crop, Window window) throws PictureException {
        Frame frame = Frame.of("the picture", file);
        Portraits.Cut cut = Portraits.upright(frame, crop, window.size());
        int quality = window.qualityMin();
        JpegBytes best = JpegEncoder.encode(cut.picture(), quality, window.dpi());
        int low = quality + 1;
        int high = QUALITY_MAX;
        while (low <= high) {
            int middle = (low + high) / 2;
            JpegBytes tried = JpegEncoder.encode(cut.picture(), middle, window.dpi());
            if (tried.size() <= window.bytesMax()) {
                best = tried;
                quality = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        var portrait = new Portrait(best, cut.used(), frame.uprightSize());
        return new Sized(portrait, quality, miss(best.size(), window));
    }

    private static Optional<Integer> miss(int bytes, Window window) {
        int inside = Math.max(window.bytesMin(), Math.min(window.bytesMax(), bytes));
        return inside == bytes ? Optional.empty() : Optional.of(bytes - inside);
    }
}
