package caixiang.station.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Who acts, as the console says in a header. There is no sign-in: it is what the journal notes, not a proof. */
final class OperatorName {
    /** Percent-encoded UTF-8, since a header holds no Chinese. */
    static final String HEADER = "Caixiang-Operator";

    private static final String NOBODY_NAMED = "console";
    private static final int LENGTH_MAX = 40;

    private OperatorName() {}

    /** The name without control characters, at most 40 characters; {@code console} when there is none. */
    static String of(@Nullable String header) {
        if (header == null) {
            return NOBODY_NAMED;
        }
        try {
            String name = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}", "")
                    .strip();
            if (name.isEmpty()) {
                return NOBODY_NAMED;
            }
            return name.codePointCount(0, name.length()) <= LENGTH_MAX
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, LENGTH_MAX));
        } catch (IllegalArgumentException e) {
            return NOBODY_NAMED;
        }
    }
}
