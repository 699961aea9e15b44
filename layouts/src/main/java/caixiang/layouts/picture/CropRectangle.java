package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/** A part of an upright frame, as fractions of its width and height; {@link #WHOLE} is 0, 0, 1, 1. */
public record CropRectangle(double left, double top, double width, double height) {

    public static final CropRectangle WHOLE = new CropRectangle(0, 0, 1, 1);

    /** Sums such as 0.1 + 0.9 may end a hair beyond 1. */
    private static final double ROUNDING = 1e-9;

    public CropRectangle {
        boolean inside = left >= 0
                && top >= 0
                && width > 0
                && height > 0
                && left + width <= 1 + ROUNDING
                && top + height <= 1 + ROUNDING;
        if (!inside) {
            throw new IllegalArgumentException("a crop lies inside the frame, between 0 and 1 both ways, not " + width
                    + " × " + height + " at " + left + ", " + top);
        }
    }

    /**
     * The largest rectangle of whole pixels inside this part of the frame that has the shape of {@code out}, about the
     * same centre: scaling it never distorts. The shape is met to the nearest pixel.
     */
    public PixelRectangle pixels(PixelSize frame, PixelSize out) {
        double scale = Math.min(width * frame.width() / out.width(), height * frame.height() / out.height());
        int pixelWidth = Math.max(1, (int) Math.min(frame.width(), Math.round(out.width() * scale)));
        int pixelHeight = Math.max(1, (int) Math.min(frame.height(), Math.round(out.height() * scale)));
        long pixelLeft = Math.round((left + width / 2) * frame.width() - pixelWidth / 2.0);
        long pixelTop = Math.round((top + height / 2) * frame.height() - pixelHeight / 2.0);
        return new PixelRectangle(
                (int) Math.max(0, Math.min(pixelLeft, frame.width() - pixelWidth)),
                (int) Math.max(0, Math.min(pixelTop, frame.height() - pixelHeight)),
                pixelWidth,
                pixelHeight);
    }
}
