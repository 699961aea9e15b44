package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import java.util.Set;

/**
 * How cut marks look: short lines outside the pictures, in line with each trim edge.
 *
 * @param offset from the picture to the near end of the mark
 * @param sides on which sides of the pictures there are any
 */
public record CutMarks(Length offset, Length length, Length lineWidth, Set<Side> sides) {

    /** A side of a picture in the template's own orientation. */
    public enum Side {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT
    }

    public CutMarks {
        sides = Set.copyOf(sides);
    }

    public CutMarks(Length offset, Length length, Length lineWidth) {
        this(offset, length, lineWidth, Set.of(Side.values()));
    }

    /** The least room between two pictures that is given a mark: the mark, and its distance from both of them. */
    Length roomNeeded() {
        return offset.times(2).plus(length);
    }
}
