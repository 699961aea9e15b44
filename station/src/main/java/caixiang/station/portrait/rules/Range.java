package caixiang.station.portrait.rules;

/** From low to high, both allowed; infinite where there is no limit. */
public record Range(double low, double high) {
    static final Range UNLIMITED = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range goes up, not from " + low + " to " + high);
        }
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }
}
