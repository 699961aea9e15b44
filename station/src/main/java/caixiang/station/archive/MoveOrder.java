package caixiang.station.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision that frames belong to other numbers, whole or not at all. It holds all that archive and database have to
 * say of it afterwards, so that it can be carried out to its end after a crash.
 *
 * @param operationId sorts by the time it was decided
 * @param requestId the caller's; the same request again is the same operation
 * @param kind {@code move}, {@code shift} or {@code undo}
 * @param undoes the operation whose effect this takes back
 * @param at by the station's clock, in whole milliseconds
 */
public record MoveOrder(
        String operationId,
        String sessionId,
        String requestId,
        String kind,
        Optional<String> undoes,
        String by,
        String reason,
        Instant at,
        List<Step> steps) {

    public MoveOrder {
        steps = List.copyOf(steps);
    }

    /** One frame, as it is and as it will be. */
    public record Step(Frame before, Frame after) {
        public Step {
            if (before.file().equals(after.file()) || !before.frameId().equals(after.frameId())) {
                throw new IllegalArgumentException("a frame moves from one place to another");
            }
        }
    }
}
