package caixiang.layouts.picture;

import java.util.List;

/**
 * A picture as a few mean colours, row by row from the top: enough to say whether two portraits show much the same, too
 * little to know anybody by.
 *
 * @param cells {@code columns} times {@code rows} of them
 */
public record ColourGrid(int columns, int rows, List<Lab> cells) {

    public ColourGrid {
        cells = List.copyOf(cells);
        if (cells.size() != columns * rows) {
            throw new IllegalArgumentException(cells.size() + " cells are no grid of " + columns + " × " + rows);
        }
    }

    /** CIE L*a*b* of sRGB white (D65): equal distances look about equally different. */
    public record Lab(double lightness, double a, double b) {
        private static final double EPSILON = 216.0 / 24_389;
        private static final double KAPPA = 24_389.0 / 27;

        /** From 8-bit levels. */
        public static Lab ofSrgb(int red, int green, int blue) {
            double r = linear(red);
            double g = linear(green);
            double b = linear(blue);
            double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
            double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
            double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
            return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
        }

        /** IEC 61966-2-1 §4.2. */
        private static double linear(int level) {
            double value = level / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }

        private static double root(double value) {
            return value > EPSILON ? Math.cbrt(value) : (KAPPA * value + 16) / 116;
        }
    }
}
