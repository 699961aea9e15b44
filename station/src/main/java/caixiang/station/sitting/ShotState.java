package caixiang.station.sitting;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The life of one press. A shot that is {@link #isOpen open} may still get its frame; nothing is ever triggered again for
 * it.
 *
 * <pre>
 *              ┌────────────► refused   the order was not given, or not taken: nothing was exposed
 *              │
 *  press ► requested ──► fired ──► filed   the frame is on the disk under its number
 *              │  │        │  │      ▲
 *              │  │        │  └────► │ ──► failed   the camera says that there is no picture;
 *              │  └────────┼───────► │              a frame that comes all the same is filed
 *              │           ▼         │
 *              └────────► late ──────┤    the deadline passed, or the way to the camera broke
 *                          │         │
 *                          ▼         │
 *                         lost ──────┘    the card was compared and holds nothing unknown
 * </pre>
 */
public enum ShotState {
    REQUESTED,
    FIRED,
    LATE,
    LOST,
    FAILED,
    REFUSED,
    FILED;

    public boolean mayBecome(ShotState next) {
        return next().contains(next);
    }

    private Set<ShotState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(FIRED, FILED, LATE, REFUSED, FAILED);
            case FIRED -> EnumSet.of(FILED, LATE, FAILED);
            case LATE -> EnumSet.of(FILED, FAILED, LOST);
            case LOST, FAILED -> EnumSet.of(FILED);
            case REFUSED, FILED -> EnumSet.noneOf(ShotState.class);
        };
    }

    /** The camera owes a frame for it. */
    public boolean isOpen() {
        return this == REQUESTED || this == FIRED || this == LATE;
    }

    /** As in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static ShotState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
