package caixiang.station.print;

import caixiang.station.config.NameStyle;
import caixiang.station.store.SubjectName;
import java.util.Locale;
import java.util.Optional;

/** The line in the waste of a sheet: whose it is, for the person who cuts and hands out. */
final class Caption {
    private static final int NAME_CHARACTERS_MAX = 40;

    private Caption() {}

    /** For example {@code 0042  样*子  2026-11-22-a}; a reprint says which copy it is. */
    static String of(int number, Optional<SubjectName> name, String sessionId, int copy, NameStyle style) {
        String shown = name.map(subject -> style == NameStyle.FULL ? subject.full() : subject.masked())
                .map(Caption::shortened)
                .map(text -> "  " + text)
                .orElse("");
        String again = copy > 1 ? "  #" + copy : "";
        return String.format(Locale.ROOT, "%04d", number) + shown + "  " + sessionId + again;
    }

    private static String shortened(String name) {
        int end = name.offsetByCodePoints(0, Math.min(NAME_CHARACTERS_MAX, name.codePointCount(0, name.length())));
        return name.substring(0, end);
    }
}
