package caixiang.station.portrait.find;

/** A place on a picture, in pixels from the top left corner; whole numbers are the middles of pixels. */
public record Point(double x, double y) {
    /** On a picture that is this many times as large. */
    public Point times(double scale) {
        return new Point((x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5);
    }

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
