package caixiang.station.store;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a sheet stands. Each step is durable before the next is taken.
 *
 * <pre>
 *   planned ──► sent ──► accepted ──► printing ──► done
 *      ▲         │ │        │            │
 *      │         │ └────────┴────────────┴──► doubtful ──► accepted, planned, failed; done, when somebody saw it
 *      └─────────┘ surely not on the printer
 *   any but done ──► failed
 * </pre>
 */
public enum SheetState {
    /** To be printed; surely not on the printer. */
    PLANNED,
    /** An attempt has begun; whether the printer has it is only known when it has answered. */
    SENT,
    /** The printer has the whole sheet. */
    ACCEPTED,
    PRINTING,
    /** The printer says that it came out, or somebody saw it. */
    DONE,
    /** It may or may not have come out, or may yet; only somebody at the printer can tell. */
    DOUBTFUL,
    /** It did not and will not come out. */
    FAILED;

    public boolean mayBecome(SheetState next) {
        return after(this).contains(next);
    }

    private static Set<SheetState> after(SheetState state) {
        return switch (state) {
            case PLANNED -> EnumSet.of(SENT, FAILED);
            case SENT -> EnumSet.of(ACCEPTED, PLANNED, DOUBTFUL, FAILED);
            case ACCEPTED, PRINTING -> EnumSet.of(ACCEPTED, PRINTING, DONE, DOUBTFUL, FAILED);
            case DOUBTFUL -> EnumSet.of(ACCEPTED, PLANNED, DONE, FAILED);
            case DONE, FAILED -> EnumSet.noneOf(SheetState.class);
        };
    }

    /** Whether it may still come out without anybody doing anything. */
    public boolean isUnderWay() {
        return this == PLANNED || this == SENT || this == ACCEPTED || this == PRINTING;
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
    public static SheetState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
