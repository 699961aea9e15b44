package caixiang.station.site.merge;

import java.util.Optional;

/**
 * Decides about a day that another station has closed meanwhile: everything comes in all the same, and somebody must say
 * whether the day is opened again or the newcomers are accepted into it.
 */
public final class ClosingMerge {
    private ClosingMerge() {}

    /**
     * Decides about what one station brings.
     *
     * @param people whose numbers or frames the site did not have
     * @param isClosedElsewhere whether another station has closed the session and not opened it again
     */
    public static Optional<ConflictKind> decide(int people, boolean isClosedElsewhere) {
        return people > 0 && isClosedElsewhere ? Optional.of(ConflictKind.AFTER_CLOSING) : Optional.empty();
    }
}
