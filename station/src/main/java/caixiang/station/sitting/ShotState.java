package caixiang.station.sitting;

import java.util.Locale;
import java.util.Optional;

/**
 * The life of one press, from the moment its intent is on the disk. {@link #after} is the whole machine; docs/shot-life.md
 * draws it. A shot that is {@link #isOpen open} may still get its frame; nothing is ever triggered again for it.
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
 *                         lost ──────┘    the card was compared and holds nothing unknown, or was never seen again
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

    /** The state an event leads to; empty where it changes nothing, as when events overtake each other. */
    public Optional<ShotState> after(ShotEvent event) {
        return switch (event) {
            case ORDER_TAKEN -> this == REQUESTED ? Optional.of(FIRED) : Optional.empty();
            case ORDER_REFUSED ->
                // After the deadline the operator has been told "late"; the camera's word still settles it.
                switch (this) {
                    case REQUESTED -> Optional.of(REFUSED);
                    case LATE -> Optional.of(FAILED);
                    default -> Optional.empty();
                };
            case NO_PICTURE -> isOpen() ? Optional.of(FAILED) : Optional.empty();
            case DEADLINE_PASSED, CAMERA_UNCLEAR, STATION_ENDED, FRAME_WAITS ->
                this == REQUESTED || this == FIRED ? Optional.of(LATE) : Optional.empty();
            case FRAME_FILED -> this == REFUSED || this == FILED ? Optional.empty() : Optional.of(FILED);
            case CARD_COMPARED, CARD_NEVER_SEEN -> this == LATE ? Optional.of(LOST) : Optional.empty();
        };
    }

    /** The camera owes a frame for it. */
    public boolean isOpen() {
        return this == REQUESTED || this == FIRED || this == LATE;
    }

    /** A frame may still be filed for it. */
    public boolean mayBeFiled() {
        return after(ShotEvent.FRAME_FILED).isPresent();
    }

    /** Whoever pressed has been told how it ended: the press does not wait any more. */
    public boolean isOutcome() {
        return this != REQUESTED && this != FIRED;
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
