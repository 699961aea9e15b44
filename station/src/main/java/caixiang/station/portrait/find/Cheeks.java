package caixiang.station.portrait.find;

import caixiang.layouts.picture.Picture;
import java.util.Arrays;

/**
 * How wide a face is, from where its skin ends left and right below the eyes, where no ear stands out. Between the
 * limits that faces have: beside skin may be hair, or a scarf of the colour of skin.
 */
final class Cheeks {
    private static final double USUAL = 2.25;
    private static final double LEAST = 1.9;
    private static final double MOST = 2.75;
    private static final double FROM_BELOW_EYES = 0.50;
    private static final double TO_BELOW_EYES = 0.80;
    private static final int ROWS = 9;
    private static final double CHROMA_FAR = 16;
    private static final double DARK = 0.45;
    private static final int SKIPPED = 2;

    private Cheeks() {}

    static double width(Picture picture, Point left, Point right) {
        double apart = left.distance(right);
        double alongX = (right.x() - left.x()) / apart;
        double alongY = (right.y() - left.y()) / apart;
        double middleX = (left.x() + right.x()) / 2;
        double middleY = (left.y() + right.y()) / 2;
        var widths = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double below = (FROM_BELOW_EYES + (TO_BELOW_EYES - FROM_BELOW_EYES) * row / (ROWS - 1)) * apart;
            double x = middleX - alongY * below;
            double y = middleY + alongX * below;
            widths[row] = reach(picture, x, y, alongX, alongY, apart) + reach(picture, x, y, -alongX, -alongY, apart);
        }
        Arrays.sort(widths);
        double measured = widths[ROWS * 3 / 4] / apart;
        return apart * (measured < LEAST || measured > MOST ? USUAL : measured);
    }

    private static double reach(Picture picture, double x, double y, double dx, double dy, double apart) {
        double[] skin = colour(picture, x + dx * 0.4 * apart, y + dy * 0.4 * apart);
        double last = 0.4 * apart;
        for (double r = last; r < MOST / 2 * apart + SKIPPED; r++) {
            double[] here = colour(picture, x + dx * r, y + dy * r);
            boolean isSkin = Math.hypot(here[1] - skin[1], here[2] - skin[2]) < CHROMA_FAR && here[0] > DARK * skin[0];
            if (isSkin) {
                last = r;
            } else if (r - last > SKIPPED) {
                return last + 0.5;
            }
        }
        return last + 0.5;
    }

    private static double[] colour(Picture picture, double x, double y) {
        int column = (int) Math.max(0, Math.min(picture.size().width() - 1L, Math.round(x)));
        int row = (int) Math.max(0, Math.min(picture.size().height() - 1L, Math.round(y)));
        int at = (row * picture.size().width() + column) * Picture.BANDS;
        byte[] bgr = picture.bgr();
        double blue = bgr[at] & 0xFF;
        double green = bgr[at + 1] & 0xFF;
        double red = bgr[at + 2] & 0xFF;
        double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        return new double[] {luma, 0.564 * (blue - luma), 0.713 * (red - luma)};
    }
}
