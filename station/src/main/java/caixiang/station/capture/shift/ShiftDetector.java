package caixiang.station.capture.shift;

import caixiang.station.capture.shift.Suspicion.Evidence;
import caixiang.station.capture.shift.Suspicion.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Looks for the place where a run of frames begins to be one number off. The weights add up; a warning needs more than
 * one thing that speaks for it, and says all of them. Pure.
 *
 * <p>A forgotten "next" leaves two people under one number and everybody after them one number low, until somebody is
 * called whom nobody photographs; calling too early leaves the last frames of one person under the next.
 */
public final class ShiftDetector {
    /** From this score on an operator is told. */
    public static final int WARN_AT = 70;

    private static final int TWO_LOOKS = 35;
    private static final int SEVERAL_PARTS = 25;
    private static final int FACE_SIZE = 10;
    private static final int LONG_TURN = 15;
    private static final int MANY_FRAMES = 10;
    private static final int NO_FRAME = 10;
    private static final int LIKE_NEIGHBOUR = 25;
    private static final int CLOCK = 70;

    private static final double LONG = 1.6;
    private static final int SUSPICIONS_MAX = 5;

    private final List<NumberFrames> numbers = new ArrayList<>();
    private final Optional<LookScale> scale;

    /**
     * Takes the day as it stands.
     *
     * @param turns in the order they were called
     * @param frames under their present numbers, in the order they were taken
     */
    public ShiftDetector(List<SeenTurn> turns, List<SeenFrame> frames) {
        Map<Integer, List<SeenFrame>> byNumber = frames.stream().collect(Collectors.groupingBy(SeenFrame::number));
        for (SeenTurn turn : turns) {
            numbers.add(new NumberFrames(turn, byNumber.getOrDefault(turn.number(), List.of())));
        }
        scale = LookScale.of(numbers);
    }

    /** The likeliest first, at most five, each above {@link #WARN_AT}. */
    public List<Suspicion> suspicions() {
        List<Suspicion> found = new ArrayList<>();
        for (int at = 0; at < numbers.size(); at++) {
            byClock(at).ifPresent(found::add);
            byLooks(at).ifPresent(found::add);
        }
        return found.stream()
                .filter(suspicion -> suspicion.score() >= WARN_AT)
                .sorted((one, other) -> Integer.compare(other.score(), one.score()))
                .limit(SUSPICIONS_MAX)
                .toList();
    }

    private Optional<Suspicion> byClock(int at) {
        NumberFrames here = numbers.get(at);
        List<String> older = here.frames().stream()
                .filter(frame -> frame.exposedBefore()
                        .filter(latest -> latest.isBefore(here.turn().called()))
                        .isPresent())
                .map(SeenFrame::frameId)
                .toList();
        if (at == 0 || older.isEmpty()) {
            return Optional.empty();
        }
        List<Evidence> evidence = List.of(new Evidence(Kind.CLOCK, here.number()));
        return Optional.of(new Suspicion(here.number(), here.number(), -1, older, neighbour(at - 1), CLOCK, evidence));
    }

    private Optional<Suspicion> byLooks(int at) {
        NumberFrames here = numbers.get(at);
        Optional<SeenFrame> change = scale.flatMap(here::change);
        if (change.isEmpty()) {
            return Optional.empty();
        }
        Look first = here.firstLook().orElseThrow();
        Look second = change.get().look().orElseThrow();
        if (first.from(second).partsAbove(scale.orElseThrow().parts()) < 2) {
            // Somebody took a jacket off.
            return Optional.empty();
        }
        Case suspected = new Case(at, change.get());
        suspected.weigh(Kind.TWO_LOOKS, TWO_LOOKS);
        suspected.weigh(Kind.SEVERAL_PARTS, SEVERAL_PARTS);
        if (here.facesChangeAt(change.get())) {
            suspected.weigh(Kind.FACE_SIZE, FACE_SIZE);
        }
        if (isLong(here)) {
            suspected.weigh(Kind.LONG_TURN, LONG_TURN);
        }
        if (here.frames().size() > LONG * typicalFrames()) {
            suspected.weigh(Kind.MANY_FRAMES, MANY_FRAMES);
        }
        return Optional.of(at > 0 && isLast(at - 1, first) ? suspected.calledTooEarly() : suspected.forgotten(second));
    }

    /** What is gathered about one place. */
    private final class Case {
        private final int at;
        private final SeenFrame change;
        private final List<Evidence> evidence = new ArrayList<>();
        private int score;

        Case(int at, SeenFrame change) {
            this.at = at;
            this.change = change;
        }

        void weigh(Kind kind, int weight) {
            weigh(kind, weight, numbers.get(at).number());
        }

        private void weigh(Kind kind, int weight, int number) {
            evidence.add(new Evidence(kind, number));
            score += weight;
        }

        Suspicion calledTooEarly() {
            weigh(Kind.LIKE_THE_ONE_BEFORE, LIKE_NEIGHBOUR);
            int number = numbers.get(at).number();
            return new Suspicion(number, number, -1, frames(true), neighbour(at - 1), score, evidence);
        }

        /** The run ends before the first number that was called and got no frame; else it lasts until now. */
        Suspicion forgotten(Look second) {
            int last = at;
            for (int next = at + 1; next < numbers.size(); next++) {
                if (numbers.get(next).isOverWithoutFrames()) {
                    weigh(Kind.NO_FRAME, NO_FRAME, numbers.get(next).number());
                    break;
                }
                if (next == at + 1 && isFirst(next, second)) {
                    weigh(Kind.LIKE_THE_NEXT, LIKE_NEIGHBOUR);
                    break;
                }
                if (!numbers.get(next).frames().isEmpty()) {
                    last = next;
                }
            }
            int from = numbers.get(at).number();
            int to = numbers.get(last).number();
            return new Suspicion(from, to, 1, frames(false), neighbour(at + 1), score, evidence);
        }

        /** The number's frames on one side of the change. */
        private List<String> frames(boolean before) {
            List<String> ids =
                    numbers.get(at).frames().stream().map(SeenFrame::frameId).toList();
            int split = ids.indexOf(change.frameId());
            return before ? ids.subList(0, split) : ids.subList(split, ids.size());
        }
    }

    private OptionalInt neighbour(int at) {
        return at < numbers.size() ? OptionalInt.of(numbers.get(at).number()) : OptionalInt.empty();
    }

    private boolean isLast(int at, Look look) {
        List<Look> looks = numbers.get(at).looks();
        return !looks.isEmpty() && scale.orElseThrow().isSame(looks.get(looks.size() - 1), look);
    }

    private boolean isFirst(int at, Look look) {
        return numbers.get(at)
                .firstLook()
                .filter(first -> scale.orElseThrow().isSame(first, look))
                .isPresent();
    }

    private boolean isLong(NumberFrames here) {
        Optional<Duration> length = here.turn().length();
        List<Duration> all = numbers.stream()
                .filter(number -> !number.frames().isEmpty())
                .flatMap(number -> number.turn().length().stream())
                .sorted()
                .toList();
        return length.isPresent()
                && !all.isEmpty()
                && length.get().toMillis() > LONG * all.get(all.size() / 2).toMillis();
    }

    private int typicalFrames() {
        List<Integer> counts = numbers.stream()
                .map(number -> number.frames().size())
                .filter(count -> count > 0)
                .sorted()
                .toList();
        return counts.isEmpty() ? 1 : counts.get(counts.size() / 2);
    }
}
