package caixiang.layouts.geometry;

/**
 * An upright rectangle on a page. The origin is the top left corner of the page, {@code top} grows downwards. Width and
 * height are not below zero; the edges belong to the neighbours, so touching rectangles do not overlap.
 */
public record Rectangle(Length left, Length top, Length width, Length height) {

    public Rectangle {
        if (width.isNegative() || height.isNegative()) {
            throw new IllegalArgumentException("a rectangle cannot be " + width + " × " + height);
        }
    }

    /** The whole of a page. */
    public static Rectangle of(Size size) {
        return new Rectangle(Length.ZERO, Length.ZERO, size.width(), size.height());
    }

    /** The smallest rectangle holding both points. */
    public static Rectangle between(Point a, Point b) {
        Length left = min(a.x(), b.x());
        Length top = min(a.y(), b.y());
        return new Rectangle(
                left, top, max(a.x(), b.x()).minus(left), max(a.y(), b.y()).minus(top));
    }

    public Length right() {
        return left.plus(width);
    }

    public Length bottom() {
        return top.plus(height);
    }

    public boolean contains(Rectangle other) {
        return left.compareTo(other.left) <= 0
                && top.compareTo(other.top) <= 0
                && right().compareTo(other.right()) >= 0
                && bottom().compareTo(other.bottom()) >= 0;
    }

    public boolean overlaps(Rectangle other) {
        return left.compareTo(other.right()) < 0
                && other.left.compareTo(right()) < 0
                && top.compareTo(other.bottom()) < 0
                && other.top.compareTo(bottom()) < 0;
    }

    /** This rectangle with {@code margin} more on each side; a negative margin makes it smaller. */
    public Rectangle grownBy(Length margin) {
        return new Rectangle(
                left.minus(margin), top.minus(margin), width.plus(margin.times(2)), height.plus(margin.times(2)));
    }

    /** Both edges across and both down: {@code 7.95–42.95 × 9.5–58.5 mm}. */
    @Override
    public String toString() {
        return left.millimetres() + "–" + right().millimetres() + " × " + top.millimetres() + "–" + bottom();
    }

    private static Length min(Length a, Length b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Length max(Length a, Length b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
