package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;

/** A straight line, across or down, that shows where to cut. */
public record CutMark(Point from, Point to, Length lineWidth) {

    /** All that may be inked, whatever the renderer does at the ends of a line. */
    public Rectangle inked() {
        var halfLineWidth = new Length((lineWidth.micrometres() + 1) / 2);
        return Rectangle.between(from, to).grownBy(halfLineWidth);
    }
}
