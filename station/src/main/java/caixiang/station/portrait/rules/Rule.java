package caixiang.station.portrait.rules;

import java.util.Locale;

/**
 * One rule of a pack.
 *
 * @param code names the measure too
 * @param digits after the point, when the number is said
 * @param low what is said below the limits, and {@code high} above them
 * @param draw what is drawn on the picture
 */
public record Rule(String code, String unit, int digits, Range warn, Range fail, Words low, Words high, String draw) {
    /** What this rule says of a value. */
    Finding judge(double value) {
        Level level = fail.contains(value) ? warn.contains(value) ? Level.PASS : Level.WARN : Level.FAIL;
        Words words = level == Level.PASS ? Words.NONE : value < warn.low() ? low : high;
        // The limits that are said are those a picture is refused by, where there are such.
        Range limits = fail.equals(Range.UNLIMITED) ? warn : fail;
        return new Finding(
                code,
                value,
                unit,
                level,
                words.with("{value}", text(isSigned() ? Math.abs(value) : value))
                        .with("{low}", text(limits.low()))
                        .with("{high}", text(limits.high())),
                draw);
    }

    /** Left or right, and the same limit for both: the sentence says which, so the number has no sign. */
    private boolean isSigned() {
        return fail.low() == -fail.high();
    }

    private String text(double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
