package caixiang.station.portrait.find;

import caixiang.layouts.picture.Picture;
import java.util.Arrays;

/**
 * The background's colour over the picture, fitted to what lies along the top and beside the head: light falls off, so
 * each of luma and chroma (ITU-R BT.601) is a smooth surface. Before grey or white cloth chroma says little and luma
 * counts in full.
 */
final class Cloth {
    private static final int TERMS = 4;
    private static final int ROUNDS = 4;
    private static final double LUMA_WEIGHT = 0.45;
    private static final double LUMA_WEIGHT_GREY = 0.9;
    private static final double GREY_CHROMA = 12;
    private static final double OUTLIER_START = 40;
    private static final double OUTLIER_MIN = 8;
    private static final double THRESHOLD_MIN = 9;
    private static final double THRESHOLD_MAX = 14;

    private final double[][] surfaces;
    private final double lumaWeight;
    private final double width;
    private final double height;
    private final double threshold;

    private Cloth(double[][] surfaces, double lumaWeight, double width, double height, double threshold) {
        this.surfaces = surfaces;
        this.lumaWeight = lumaWeight;
        this.width = width;
        this.height = height;
        this.threshold = threshold;
    }

    /** Places to look at: x and y in turn. There are some hundred at least. */
    static Cloth fit(Picture picture, int[] places) {
        int count = places.length / 2;
        var samples = new double[count][];
        for (int i = 0; i < count; i++) {
            samples[i] = colour(picture, places[2 * i], places[2 * i + 1]);
        }
        double[] median = {median(samples, 0), median(samples, 1), median(samples, 2)};
        double luma = Math.hypot(median[1] - 128, median[2] - 128) < GREY_CHROMA ? LUMA_WEIGHT_GREY : LUMA_WEIGHT;
        double width = picture.size().width();
        double height = picture.size().height();
        var cloth = new Cloth(
                new double[][] {{median[0], 0, 0, 0}, {median[1], 0, 0, 0}, {median[2], 0, 0, 0}},
                luma,
                width,
                height,
                OUTLIER_START);
        for (int round = 0; round < ROUNDS; round++) {
            cloth = cloth.refit(samples, places);
        }
        return cloth;
    }

    private Cloth refit(double[][] samples, int[] places) {
        var normal = new double[TERMS][TERMS + 3];
        var distances = new double[samples.length];
        int near = 0;
        for (int i = 0; i < samples.length; i++) {
            double distance = distance(samples[i], places[2 * i], places[2 * i + 1]);
            if (distance <= Math.max(OUTLIER_MIN, threshold)) {
                distances[near++] = distance;
                double[] terms = terms(places[2 * i], places[2 * i + 1]);
                for (int row = 0; row < TERMS; row++) {
                    for (int column = 0; column < TERMS; column++) {
                        normal[row][column] += terms[row] * terms[column];
                    }
                    for (int band = 0; band < 3; band++) {
                        normal[row][TERMS + band] += terms[row] * samples[i][band];
                    }
                }
            }
        }
        if (near < 2 * TERMS || !LinearSystem.solve(normal)) {
            return this;
        }
        var fitted = new double[3][TERMS];
        for (int band = 0; band < 3; band++) {
            for (int term = 0; term < TERMS; term++) {
                fitted[band][term] = normal[term][TERMS + band];
            }
        }
        double[] sorted = Arrays.copyOf(distances, near);
        Arrays.sort(sorted);
        double noise = sorted[near / 2];
        double limit = Math.max(THRESHOLD_MIN, Math.min(THRESHOLD_MAX, 5 * noise));
        return new Cloth(fitted, lumaWeight, width, height, limit);
    }

    boolean isHere(Picture picture, int x, int y) {
        return distance(colour(picture, x, y), x, y) < threshold;
    }

    private double distance(double[] colour, double x, double y) {
        double[] terms = terms(x, y);
        double luma = lumaWeight * (colour[0] - value(0, terms));
        double blue = colour[1] - value(1, terms);
        double red = colour[2] - value(2, terms);
        return Math.sqrt(luma * luma + blue * blue + red * red);
    }

    private double value(int band, double[] terms) {
        double[] surface = surfaces[band];
        return surface[0] * terms[0] + surface[1] * terms[1] + surface[2] * terms[2] + surface[3] * terms[3];
    }

    private double[] terms(double x, double y) {
        double u = x / width - 0.5;
        double v = y / height - 0.5;
        return new double[] {1, u, v, u * u};
    }

    private static double[] colour(Picture picture, int x, int y) {
        byte[] bgr = picture.bgr();
        int at = (y * picture.size().width() + x) * Picture.BANDS;
        double blue = bgr[at] & 0xFF;
        double green = bgr[at + 1] & 0xFF;
        double red = bgr[at + 2] & 0xFF;
        double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        return new double[] {luma, 128 + 0.564 * (blue - luma), 128 + 0.713 * (red - luma)};
    }

    private static double median(double[][] samples, int band) {
        return Arrays.stream(samples)
                .mapToDouble(sample -> sample[band])
                .sorted()
                .skip(samples.length / 2)
                .findFirst()
                .orElse(0);
    }
}
