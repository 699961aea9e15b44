package caixiang.station.crash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ServiceLoader;

/**
 * Every point at which it matters that the program may end there: what was done before it is on the disk, what comes
 * after it has not begun. The crash test ends station, agent or both at each of them and counts what is left.
 */
public enum CrashPoint {
    // The desk.
    CHECK_IN_COMMITTED,
    CALL_COMMITTED,

    // From the press to the camera: the first two in the station, then in the agent.
    INTENT_COMMITTED,
    ORDER_SENT,
    SHUTTER_RELEASED,
    SHUTTER_TOLD,

    // From the camera to the spool, in the agent.
    ANNOUNCED,
    PART_RECEIVED,
    NOTE_WRITTEN,
    SPOOLED,
    SPOOLED_TOLD,

    // From the spool to the archive and the database.
    DELIVERED,
    SIDECAR_WRITTEN,
    // Its bytes; its name is synced together with that of its sidecar.
    SECOND_COPY_WRITTEN,
    SECOND_SIDECAR_WRITTEN,
    FRAME_MOVED,
    FRAME_COMMITTED,
    SPOOL_CLEARED,
    ACKNOWLEDGED,

    // What was missed is found again.
    ROW_REBUILT,
    CARD_COMPARED,
    FETCH_ORDERED,
    FETCHED,

    // Onto paper.
    PORTRAIT_WRITTEN,
    PORTRAIT_COMMITTED,
    SHEETS_PLANNED,
    SHEET_WRITTEN,
    SHEET_DRAWN,
    JOB_BEGUN,
    JOB_CREATED,
    JOB_TAKEN,
    JOB_ACCEPTED,

    // The journal's file and the day.
    JOURNAL_LINES_WRITTEN,
    DAY_CLOSED,

    // Between a station and its site: what the site has and the station has not noted yet, and the note itself.
    CHANGE_AT_SITE(true),
    WENT_OFFLINE(true),
    MERGED_AT_SITE(true),
    MERGE_NOTED(true),
    RESERVE_DRAWN(true),
    ROWS_AT_SITE(true),
    ROWS_NOTED(true);

    private static final PassageWatcher WATCHER =
            ServiceLoader.load(PassageWatcher.class).findFirst().orElse(point -> {});

    private final boolean isOfSite;

    CrashPoint() {
        this(false);
    }

    CrashPoint(boolean isOfSite) {
        this.isOfSite = isOfSite;
    }

    /** Whether only a station that shares its queue with others passes here. */
    public boolean isOfSite() {
        return isOfSite;
    }

    /** The program is at this point. */
    public void passed() {
        WATCHER.passed(this);
    }

    /** As {@link #passed()}, within an expression. */
    @CanIgnoreReturnValue
    public <T> T passed(T value) {
        WATCHER.passed(this);
        return value;
    }
}
