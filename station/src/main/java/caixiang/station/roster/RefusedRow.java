package caixiang.station.roster;

import java.util.Locale;
import java.util.Optional;

/**
 * A row of a roster that cannot be taken.
 *
 * @param line counted from 1, as a text editor shows it; 1 is the header
 * @param column the header as it stands in the file
 */
public record RefusedRow(long line, Optional<String> column, Code code) {

    /** Why. The API's words are these in lower case with hyphens. */
    public enum Code {
        MISSING_COLUMN,
        MISSING_VALUE,
        BAD_ID_NUMBER,
        DUPLICATE,
        TOO_LONG,
        UNREADABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
