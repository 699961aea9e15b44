package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.util.Arrays;

/** Means of square blocks of pixels. The last block of a row or column may be incomplete; its mean is of what is there. */
final class Blocks {
    private Blocks() {}

    static Picture mean(Picture source, int edge) {
        if (edge == 1) {
            return source;
        }
        PixelSize from = source.size();
        var size = new PixelSize((from.width() + edge - 1) / edge, (from.height() + edge - 1) / edge);
        var target = new byte[Math.toIntExact(size.pixels() * Picture.BANDS)];
        var sums = new int[size.width() * Picture.BANDS];
        for (int y = 0; y < size.height(); y++) {
            Arrays.fill(sums, 0);
            int last = Math.min(from.height(), (y + 1) * edge);
            for (int row = y * edge; row < last; row++) {
                add(source.bgr(), row * from.width() * Picture.BANDS, from.width(), edge, sums);
            }
            for (int i = 0; i < sums.length; i++) {
                int column = i / Picture.BANDS;
                int across = Math.min(edge, from.width() - column * edge);
                int count = across * (last - y * edge);
                target[y * sums.length + i] = (byte) ((sums[i] + count / 2) / count);
            }
        }
        return new Picture(size, target);
    }

    private static void add(byte[] bgr, int start, int width, int edge, int[] sums) {
        int at = start;
        for (int x = 0; x < width; x++) {
            int to = x / edge * Picture.BANDS;
            sums[to] += bgr[at] & 0xFF;
            sums[to + 1] += bgr[at + 1] & 0xFF;
            sums[to + 2] += bgr[at + 2] & 0xFF;
            at += Picture.BANDS;
        }
    }
}
