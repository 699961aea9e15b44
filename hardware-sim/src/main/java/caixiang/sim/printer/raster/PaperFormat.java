package caixiang.sim.printer.raster;

/**
 * The paper and how a page is put onto it.
 *
 * @param width of the paper in hundredths of a millimetre
 * @param height of the paper in hundredths of a millimetre
 * @param printScaling PWG 5100.16 §7.6: none, fill, fit, auto-fit or auto
 * @param borderless whether all margins are 0
 */
public record PaperFormat(int width, int height, String printScaling, boolean borderless) {
    private static final double HUNDREDTHS_PER_INCH = 2540;

    int pixelsAcross(int dpi) {
        return (int) Math.round(width / HUNDREDTHS_PER_INCH * dpi);
    }

    int pixelsAlong(int dpi) {
        return (int) Math.round(height / HUNDREDTHS_PER_INCH * dpi);
    }
}
