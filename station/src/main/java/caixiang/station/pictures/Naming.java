package caixiang.station.pictures;

import java.util.Locale;

/** What a file's name said of its person. */
public enum Naming {
    KNOWN,
    /** Nobody of the session has such a number or name. */
    UNKNOWN,
    /** Several people may be meant. */
    AMBIGUOUS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
