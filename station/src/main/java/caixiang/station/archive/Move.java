package caixiang.station.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame was given to somebody else by a person.
 *
 * @param from the number before; empty for the tray
 * @param to the number afterwards; empty for the tray
 * @param by who did it
 * @param reason in their words
 * @param at by the station's clock, in whole milliseconds
 * @param part of which operation it was; empty in archives from before it was written down
 */
public record Move(OptionalInt from, OptionalInt to, String by, String reason, Instant at, Optional<Part> part) {

    /** A move of which no more is known. */
    public Move(OptionalInt from, OptionalInt to, String by, String reason, Instant at) {
        this(from, to, by, reason, at, Optional.empty());
    }

    /**
     * What it takes to undo the move when only the archive is left.
     *
     * @param kind {@code move}, {@code shift} or {@code undo}
     * @param undoes the operation that this one took back
     * @param before why the frame was where it lay
     */
    public record Part(String operationId, String kind, Optional<String> undoes, FrameReason before) {}
}
