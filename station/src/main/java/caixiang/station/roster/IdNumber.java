package caixiang.station.roster;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A number on an identity paper, normalised. One of 18 characters is a citizen's or resident's number and has a valid
 * birth date and check character (GB 11643-1999); others, such as passports and travel permits, are 5 to 17 letters and
 * digits and cannot be checked.
 */
public final class IdNumber {
    private static final int CITIZEN_LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;

    private final String value;

    private IdNumber(String value) {
        this.value = value;
    }

    /** Reads what was typed: spaces inside and full-width forms are accepted. Empty when it is no identity number. */
    public static Optional<IdNumber> parse(String typed) {
        String text = normalise(typed);
        boolean good = text.length() == CITIZEN_LENGTH ? isCitizenNumber(text) : text.matches("[0-9A-Z]{5,17}");
        return good ? Optional.of(new IdNumber(text)) : Optional.empty();
    }

    /** Full-width to half-width, spaces removed, letters upper case: the form in which credentials are compared. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}]+", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean isCitizenNumber(String text) {
        if (!text.matches("[0-9]{17}[0-9X]") || !isDate(text.substring(6, 14))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return text.charAt(CITIZEN_LENGTH - 1) == CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static boolean isDate(String yyyymmdd) {
        int year = Integer.parseInt(yyyymmdd.substring(0, 4));
        int month = Integer.parseInt(yyyymmdd.substring(4, 6));
        int day = Integer.parseInt(yyyymmdd.substring(6));
        return year >= 1850
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** The number itself. For encrypting and comparing only. */
    public String reveal() {
        return value;
    }

    /** First six and last four of 18; of a shorter number the last two. */
    public String masked() {
        if (value.length() == CITIZEN_LENGTH) {
            return value.substring(0, SHOWN_FIRST)
                    + "*".repeat(CITIZEN_LENGTH - SHOWN_FIRST - SHOWN_LAST)
                    + value.substring(CITIZEN_LENGTH - SHOWN_LAST);
        }
        return "*".repeat(value.length() - 2) + value.substring(value.length() - 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
