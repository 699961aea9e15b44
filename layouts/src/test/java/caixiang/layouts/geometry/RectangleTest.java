package caixiang.layouts.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RectangleTest {

    private static final Rectangle SQUARE = rectangle(10, 10, 20, 20);

    @Test
    void touchingIsNotOverlapping() {
        assertFalse(SQUARE.overlaps(rectangle(30, 10, 5, 5)), "at the right edge");
        assertFalse(SQUARE.overlaps(rectangle(10, 30, 5, 5)), "at the lower edge");
        assertTrue(SQUARE.overlaps(rectangle(29, 29, 5, 5)), "by one micrometre at the corner");
    }

    @Test
    void oneInsideTheOtherOverlapsBothWays() {
        var inner = rectangle(15, 15, 2, 2);
        assertTrue(SQUARE.overlaps(inner) && inner.overlaps(SQUARE));
    }

    @Test
    void aRectangleContainsItselfButNothingBeyond() {
        assertTrue(SQUARE.contains(SQUARE));
        assertFalse(SQUARE.contains(rectangle(10, 10, 20, 21)));
        assertFalse(SQUARE.contains(rectangle(9, 10, 20, 20)));
    }

    @Test
    void betweenTwoPointsInWhateverOrder() {
        var a = new Point(new Length(30), new Length(10));
        var b = new Point(new Length(10), new Length(30));
        assertEquals(SQUARE, Rectangle.between(a, b));
        assertEquals(SQUARE, Rectangle.between(b, a));
    }

    @Test
    void nothingIsNarrowerThanNothing() {
        assertThrows(IllegalArgumentException.class, () -> SQUARE.grownBy(new Length(-11)));
    }

    private static Rectangle rectangle(long left, long top, long width, long height) {
        return new Rectangle(new Length(left), new Length(top), new Length(width), new Length(height));
    }
}
