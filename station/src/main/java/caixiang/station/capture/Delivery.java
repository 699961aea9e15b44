package caixiang.station.capture;

import caixiang.station.archive.Frame;
import caixiang.station.camera.SpooledFrame;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spooled frame on its way into the archive. Confined to the store thread once it is handed over. */
final class Delivery {
    private final SpooledFrame spooled;
    private @Nullable Frame begun;
    private boolean hasFailed;

    Delivery(SpooledFrame spooled) {
        this.spooled = spooled;
    }

    SpooledFrame spooled() {
        return spooled;
    }

    /** What it was to become at the last attempt; that attempt may have reached the archive but not the database. */
    Optional<Frame> begun() {
        return Optional.ofNullable(begun);
    }

    /** Notes a failed attempt; true if there was one before. */
    boolean failAgain() {
        boolean before = hasFailed;
        hasFailed = true;
        return before;
    }

    void begin(Frame frame) {
        begun = frame;
    }
}
