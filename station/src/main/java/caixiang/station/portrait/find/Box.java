package caixiang.station.portrait.find;

/** An upright rectangle on a picture, in pixels. */
public record Box(double left, double top, double width, double height) {
    public Point centre() {
        return new Point(left + width / 2, top + height / 2);
    }

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    /** On a picture that is this many times as large. */
    public Box times(double scale) {
        return new Box(left * scale, top * scale, width * scale, height * scale);
    }

    /** Whether both can be of one face: about the same middle, about the same size. */
    public boolean isSameFace(Box other) {
        double larger = Math.max(width, other.width);
        double smaller = Math.min(width, other.width);
        return centre().distance(other.centre()) < 0.35 * larger && larger < 1.8 * smaller;
    }
}
