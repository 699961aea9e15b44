package caixiang.sim.ptp;

/** The value of a device property: a whole number or a text. */
public sealed interface PropertyValue {
    /** The number; asking a text for it is our own mistake. */
    long number();

    /** The text; asking a number for it is our own mistake. */
    String text();

    static PropertyValue of(long number) {
        return new Whole(number);
    }

    static PropertyValue of(String text) {
        return new Text(text);
    }

    /** A whole number of any of the integer types. */
    record Whole(long number) implements PropertyValue {
        @Override
        public String text() {
            throw new IllegalStateException(number + " is no text");
        }
    }

    /** A text of at most 254 characters. */
    record Text(String text) implements PropertyValue {
        @Override
        public long number() {
            throw new IllegalStateException("'" + text + "' is no number");
        }
    }
}
