package caixiang.station.portrait.find;

/**
 * The middle of an iris: the place from which the darkest way leads outwards to brighter rings. After Timm and Barth,
 * "Accurate eye centre localisation by means of gradients" (VISAPP 2011): edges vote for the place they point away from.
 */
final class Iris {
    private static final double WINDOW_ACROSS = 0.20;
    private static final double WINDOW_DOWN = 0.17;
    private static final double RADIUS_MIN = 0.05;
    private static final double RADIUS_MAX = 0.14;
    private static final double EDGE_SHARE = 0.3;

    private Iris() {}

    static Point near(GreyPicture picture, Point eye, double eyeDistance) {
        int left = (int) (eye.x() - WINDOW_ACROSS * eyeDistance);
        int top = (int) (eye.y() - WINDOW_DOWN * eyeDistance);
        int width = (int) (2 * WINDOW_ACROSS * eyeDistance) + 1;
        int height = (int) (2 * WINDOW_DOWN * eyeDistance) + 1;
        var votes = new double[width * height];
        double steepest = steepest(picture, left, top, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double gx = gradientX(picture, left + x, top + y);
                double gy = gradientY(picture, left + x, top + y);
                double steepness = Math.hypot(gx, gy);
                if (steepness > EDGE_SHARE * steepest) {
                    vote(votes, width, height, x, y, -gx / steepness, -gy / steepness, eyeDistance);
                }
            }
        }
        return best(picture, votes, left, top, width, height, eye);
    }

    /** Darkness inside, brightness outside: the gradient points away from the iris. */
    private static void vote(
            double[] votes, int width, int height, int x, int y, double dx, double dy, double eyeDistance) {
        for (double r = RADIUS_MIN * eyeDistance; r <= RADIUS_MAX * eyeDistance; r += 1) {
            int column = (int) Math.round(x + r * dx);
            int row = (int) Math.round(y + r * dy);
            if (column >= 0 && row >= 0 && column < width && row < height) {
                // Lids are long and level: what points up or down is worth less.
                votes[row * width + column] += 0.25 + Math.abs(dx);
            }
        }
    }

    private static Point best(
            GreyPicture picture, double[] votes, int left, int top, int width, int height, Point eye) {
        double most = 0;
        int bestAt = -1;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += votes[(y + dy) * width + x + dx];
                    }
                }
                double dark = 255.0 - picture.at(left + x, top + y);
                if (sum * dark > most) {
                    most = sum * dark;
                    bestAt = y * width + x;
                }
            }
        }
        return bestAt < 0 ? eye : new Point(left + (bestAt % width), top + Math.floorDiv(bestAt, width));
    }

    private static double steepest(GreyPicture picture, int left, int top, int width, int height) {
        double most = 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                most = Math.max(
                        most, Math.hypot(gradientX(picture, left + x, top + y), gradientY(picture, left + x, top + y)));
            }
        }
        return most;
    }

    private static double gradientX(GreyPicture picture, int x, int y) {
        return (picture.at(x + 1, y) - picture.at(x - 1, y)) / 2.0;
    }

    private static double gradientY(GreyPicture picture, int x, int y) {
        return (picture.at(x, y + 1) - picture.at(x, y - 1)) / 2.0;
    }
}
