package caixiang.station.capture.shift;

import java.util.List;
import java.util.Optional;

/** A number with its turn and its frames in the order they were taken. */
record NumberFrames(SeenTurn turn, List<SeenFrame> frames) {
    NumberFrames {
        frames = List.copyOf(frames);
    }

    int number() {
        return turn.number();
    }

    /** Those that are known. */
    List<Look> looks() {
        return frames.stream().flatMap(frame -> frame.look().stream()).toList();
    }

    Optional<Look> firstLook() {
        return looks().stream().findFirst();
    }

    boolean isOverWithoutFrames() {
        return turn.ended().isPresent() && frames.isEmpty();
    }

    /**
     * Where its frames change from one look to another for good: every frame before is like the first, every one from
     * there on like the last, and the two are not alike.
     */
    Optional<SeenFrame> change(LookScale scale) {
        List<SeenFrame> seen =
                frames.stream().filter(frame -> frame.look().isPresent()).toList();
        for (int split = 1; split < seen.size(); split++) {
            Look first = seen.get(0).look().get();
            Look last = seen.get(seen.size() - 1).look().get();
            boolean isOneBefore = seen.subList(0, split).stream()
                    .allMatch(frame -> scale.isSame(first, frame.look().get()));
            boolean isOneAfter = seen.subList(split, seen.size()).stream()
                    .allMatch(frame -> scale.isSame(last, frame.look().get()));
            if (isOneBefore && isOneAfter && !scale.isSame(first, last)) {
                return Optional.of(seen.get(split));
            }
        }
        return Optional.empty();
    }
}
