package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import java.util.List;

/** A bar of exactly 10 mm to hold a ruler against: paper that was scaled on the way is seen at once. */
public record ScaleBar(Point topLeft, boolean isTurned) {

    static final Length BAR = Length.ofMillimetres("10");
    private static final Length TICK = Length.ofMillimetres("1");
    private static final Length LINE = Length.ofMillimetres("0.2");
    private static final Length TEXT = Length.ofMillimetres("1.8");
    private static final Length DEPTH = TICK.plus(TEXT);

    /** All that it needs. */
    Rectangle area() {
        return isTurned
                ? new Rectangle(topLeft.x(), topLeft.y(), DEPTH, BAR)
                : new Rectangle(topLeft.x(), topLeft.y(), BAR, DEPTH);
    }

    /** The ends are the outer edges of the two ticks. */
    List<Rectangle> ink() {
        Length end = BAR.minus(LINE);
        return List.of(
                part(Length.ZERO, Length.ZERO, BAR, LINE),
                part(Length.ZERO, Length.ZERO, LINE, TICK),
                part(end, Length.ZERO, LINE, TICK));
    }

    CaptionLine label() {
        return new CaptionLine(part(Length.ZERO, TICK, BAR, TEXT), TEXT, isTurned, List.of(CaptionField.TEXT));
    }

    private Rectangle part(Length along, Length down, Length length, Length depth) {
        return isTurned
                ? new Rectangle(topLeft.x().plus(down), topLeft.y().plus(along), depth, length)
                : new Rectangle(topLeft.x().plus(along), topLeft.y().plus(down), length, depth);
    }
}
