package caixiang.station.sitting;

import java.util.Locale;

/** Where a number stands. The API's words are these in lower case. */
public enum SittingStatus {
    WAITING,
    CURRENT,
    DONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static SittingStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
