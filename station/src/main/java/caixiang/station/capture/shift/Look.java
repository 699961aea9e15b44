package caixiang.station.capture.shift;

import java.util.List;

/**
 * What a portrait looks like, coarsely: mean colours of a grid, three numbers (CIE L*, a*, b*) for each cell, row by row
 * from the top. It compares frames of one session with each other and is good for nothing else.
 */
public record Look(List<Double> values) {
    public static final int COLUMNS = 8;
    public static final int ROWS = 10;

    private static final int BANDS = 3;

    public Look {
        values = List.copyOf(values);
        if (values.size() != COLUMNS * ROWS * BANDS) {
            throw new IllegalArgumentException(values.size() + " numbers are no look");
        }
    }

    /** A part of a portrait as the session's fixed crop shows it: rows and columns of the grid, both included. */
    private enum Part {
        HAIR(1, 2, 3, 4),
        FACE(3, 5, 3, 4),
        CLOTHES(8, 9, 1, 6),
        /** Beside the head: its width and height, and how the hair falls. */
        OUTLINE(1, 6, 1, 6);

        private final int top;
        private final int bottom;
        private final int left;
        private final int right;

        Part(int top, int bottom, int left, int right) {
            this.top = top;
            this.bottom = bottom;
            this.left = left;
            this.right = right;
        }
    }

    /**
     * How different two looks are, as mean colour distances (ΔE*ab, 1 is just visible).
     *
     * @param outline of the head's place, size and the fall of the hair
     */
    public record Difference(double hair, double face, double clothes, double outline) {
        /** All together. */
        double total() {
            return (hair + face + clothes + outline) / 4;
        }

        /** How many parts differ by more than they do in this. */
        int partsAbove(Difference usual) {
            return (hair > usual.hair ? 1 : 0)
                    + (face > usual.face ? 1 : 0)
                    + (clothes > usual.clothes ? 1 : 0)
                    + (outline > usual.outline ? 1 : 0);
        }
    }

    Difference from(Look other) {
        return new Difference(
                distance(other, Part.HAIR),
                distance(other, Part.FACE),
                distance(other, Part.CLOTHES),
                distance(other, Part.OUTLINE));
    }

    /** Between the parts' mean colours: a head that moves a little changes single cells far more than their mean. */
    private double distance(Look other, Part part) {
        double squares = 0;
        for (int band = 0; band < BANDS; band++) {
            double difference = mean(part, band) - other.mean(part, band);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private double mean(Part part, int band) {
        double sum = 0;
        int cells = 0;
        for (int row = part.top; row <= part.bottom; row++) {
            for (int column = part.left; column <= part.right; column++) {
                sum += values.get((row * COLUMNS + column) * BANDS + band);
                cells++;
            }
        }
        return sum / cells;
    }
}
