package caixiang.station.capture;

import caixiang.station.camera.SpooledFrame;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spooled frame on its way into the archive. Confined to the store thread once it is handed over. */
final class Delivery {
    private final SpooledFrame spooled;
    private final @Nullable Instant heard;
    private Filing.@Nullable Planned begun;
    private boolean hasFailed;

    private Delivery(SpooledFrame spooled, @Nullable Instant heard) {
        this.spooled = spooled;
        this.heard = heard;
    }

    /** A frame that the agent has just told of. */
    static Delivery heard(SpooledFrame spooled, Instant now) {
        return new Delivery(spooled, now);
    }

    /** A frame that lay in the spool when the program started. */
    static Delivery left(SpooledFrame spooled) {
        return new Delivery(spooled, null);
    }

    SpooledFrame spooled() {
        return spooled;
    }

    /** When the agent told of it, by the station's clock. */
    Optional<Instant> heard() {
        return Optional.ofNullable(heard);
    }

    /** What it was to become at the last attempt; that attempt may have reached the archive but not the database. */
    Optional<Filing.Planned> begun() {
        return Optional.ofNullable(begun);
    }

    /** Notes a failed attempt; true if there was one before. */
    boolean failAgain() {
        boolean before = hasFailed;
        hasFailed = true;
        return before;
    }

    void begin(Filing.Planned planned) {
        begun = planned;
    }
}
