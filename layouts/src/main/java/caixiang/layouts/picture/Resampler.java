package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.util.Arrays;

/**
 * Scales a picture, both axes apart: down the columns first, one output row at a time, then along that row. Edges stay
 * in place: the middle of output pixel {@code i} lies at {@code (i + ½) · source / out} in the source.
 */
final class Resampler {

    private Resampler() {}

    static Picture scale(Picture source, PixelSize out, Kernel kernel) {
        if (source.size().equals(out)) {
            return source;
        }
        Taps down = Taps.of(source.size().height(), out.height(), kernel);
        var rows = new SourceRows(source, down.countMax());
        Taps along = Taps.of(source.size().width(), out.width(), kernel);
        var column = new float[source.size().width() * Picture.BANDS];
        var pixels = new byte[Math.toIntExact(out.pixels() * Picture.BANDS)];
        for (int y = 0; y < out.height(); y++) {
            rows.weigh(down.first(y), down.weights(y), column);
            row(column, along, pixels, y * out.width() * Picture.BANDS);
        }
        return new Picture(out, pixels);
    }

    private static void row(float[] source, Taps along, byte[] target, int start) {
        int at = start;
        for (int x = 0; x < along.outputs(); x++) {
            int from = along.first(x) * Picture.BANDS;
            float blue = 0;
            float green = 0;
            float red = 0;
            for (float weight : along.weights(x)) {
                blue += weight * source[from];
                green += weight * source[from + 1];
                red += weight * source[from + 2];
                from += Picture.BANDS;
            }
            target[at] = level(blue);
            target[at + 1] = level(green);
            target[at + 2] = level(red);
            at += Picture.BANDS;
        }
    }

    private static byte level(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** Source rows as floats, each turned into floats once: neighbours in the output share most of their rows. */
    private static final class SourceRows {

        private final byte[] bgr;
        private final float[][] ring;
        private final int[] rowInRing;

        SourceRows(Picture picture, int rowsAtOnce) {
            bgr = picture.bgr();
            ring = new float[rowsAtOnce][picture.size().width() * Picture.BANDS];
            rowInRing = new int[rowsAtOnce];
            Arrays.fill(rowInRing, -1);
        }

        void weigh(int first, float[] weights, float[] sum) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < weights.length; k++) {
                float[] row = row(first + k);
                float weight = weights[k];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * row[i];
                }
            }
        }

        private float[] row(int number) {
            int slot = number % ring.length;
            float[] row = ring[slot];
            if (rowInRing[slot] != number) {
                int start = number * row.length;
                for (int i = 0; i < row.length; i++) {
                    row[i] = Byte.toUnsignedInt(bgr[start + i]);
                }
                rowInRing[slot] = number;
            }
            return row;
        }
    }
}
