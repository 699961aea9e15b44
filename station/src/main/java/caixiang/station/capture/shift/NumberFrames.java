package caixiang.station.capture.shift;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** A number with its turn and its frames in the order they were taken. */
record NumberFrames(SeenTurn turn, List<SeenFrame> frames) {
    /** More than somebody leans forward or back on the same chair. */
    private static final double CLEARLY = 1.05;

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

    /** Whether every face from that frame on is clearly larger, or every one clearly smaller, than every one before. */
    boolean facesChangeAt(SeenFrame change) {
        int split = frames.indexOf(change);
        DoubleSummaryStatistics before = faceWidths(frames.subList(0, split));
        DoubleSummaryStatistics after = faceWidths(frames.subList(split, frames.size()));
        return before.getCount() > 0
                && after.getCount() > 0
                && (after.getMin() > before.getMax() * CLEARLY || before.getMin() > after.getMax() * CLEARLY);
    }

    private static DoubleSummaryStatistics faceWidths(List<SeenFrame> some) {
        return some.stream()
                .flatMap(frame -> frame.faceWidth().stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
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
