package caixiang.sim.scene;

/**
 * How many pixels a drawn frame has, always 3:2. Small frames make a rehearsal fast; the code in them stays readable.
 *
 * @param widthPixels at most {@link PortraitGeometry#FRAME_WIDTH}
 */
public record Resolution(int widthPixels, int heightPixels) {
    /** As many as the bodies have that are simulated. */
    public static final Resolution FULL = new Resolution(PortraitGeometry.FRAME_WIDTH, PortraitGeometry.FRAME_HEIGHT);

    public static final double MEGAPIXELS_MIN = 0.5;
    public static final double MEGAPIXELS_MAX = 24;

    private static final int MULTIPLE_OF = 12;
    private static final double ASPECT = 1.5;

    /** About so many million pixels. */
    public static Resolution ofMegapixels(double megapixels) {
        if (!(megapixels >= MEGAPIXELS_MIN && megapixels <= MEGAPIXELS_MAX)) {
            throw new IllegalArgumentException(
                    "a frame has " + MEGAPIXELS_MIN + " to " + MEGAPIXELS_MAX + " megapixels, not " + megapixels);
        }
        int width = (int) Math.round(Math.sqrt(megapixels * 1e6 * ASPECT) / MULTIPLE_OF) * MULTIPLE_OF;
        return new Resolution(width, width * 2 / 3);
    }

    /** What a length on a full frame is multiplied with. */
    static double scale(int widthPixels) {
        return (double) widthPixels / PortraitGeometry.FRAME_WIDTH;
    }
}
