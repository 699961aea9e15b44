package caixiang.layouts.picture;

import java.util.Arrays;

/**
 * For each output position along one axis: the first source position that counts and the weights from there on. The
 * weights of a position sum to 1; at the borders only the positions that exist are weighed.
 */
final class Taps {

    private final int[] first;
    private final float[][] weights;

    private Taps(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    static Taps of(int source, int out, Kernel kernel) {
        double scale = (double) source / out;
        double stretch = Math.max(1, scale);
        double reach = kernel.radius() * stretch;
        var first = new int[out];
        var weights = new float[out][];
        for (int i = 0; i < out; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            int from = Math.max(0, (int) Math.ceil(centre - reach));
            int to = Math.min(source - 1, (int) Math.floor(centre + reach));
            var raw = new double[to - from + 1];
            double sum = 0;
            for (int k = 0; k < raw.length; k++) {
                raw[k] = kernel.weight((from + k - centre) / stretch);
                sum += raw[k];
            }
            first[i] = from;
            weights[i] = new float[raw.length];
            for (int k = 0; k < raw.length; k++) {
                weights[i][k] = (float) (raw[k] / sum);
            }
        }
        return new Taps(first, weights);
    }

    int outputs() {
        return first.length;
    }

    int first(int output) {
        return first[output];
    }

    /** For reading only. */
    float[] weights(int output) {
        return weights[output];
    }

    /** The most source positions that any output position needs. */
    int countMax() {
        return Arrays.stream(weights).mapToInt(row -> row.length).max().orElseThrow();
    }
}
