package caixiang.station.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Frames that a person gave to other numbers at one go.
 *
 * @param kind {@code move}, {@code shift} or {@code undo}
 * @param undoes the operation it took back
 * @param undoneBy the operation that took it back
 * @param builtOnBy the first later operation that moved one of its frames again
 */
public record MoveOperation(
        String operationId,
        String kind,
        Optional<String> undoes,
        String by,
        String reason,
        Instant at,
        List<MovedFrame> frames,
        Optional<String> undoneBy,
        Optional<String> builtOnBy) {
    public MoveOperation {
        frames = List.copyOf(frames);
    }

    public boolean mayBeUndone() {
        return undoneBy.isEmpty() && builtOnBy.isEmpty();
    }
}
