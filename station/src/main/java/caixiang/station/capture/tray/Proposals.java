package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import caixiang.station.camera.SelfTaken;
import caixiang.station.capture.tray.Proposal.Kind;
import caixiang.station.capture.tray.Proposal.Reason;
import caixiang.station.store.CalledNumber;
import caixiang.station.store.Shot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ranks the numbers that a frame of the tray may belong to. It proposes; only a person decides. Pure. */
final class Proposals {
    private static final int SHOWN_MAX = 4;
    private static final Duration OWED_MAX = Duration.ofMinutes(2);
    private static final Pattern NAMED_WORD = Pattern.compile("named=[0-9]{1,6}");
    private static final Reason NAMED = new Reason(Kind.NAMED_BY_FILE, Optional.empty(), 0);

    private static final Pattern PROPOSES = Pattern.compile("proposes=([0-9]{1,9}(?:,[0-9]{1,9})*)");

    private final List<CalledNumber> run;
    private final Duration settling;
    private final Map<Integer, List<Reason>> found = new TreeMap<>();

    /**
     * Ranks among these numbers.
     *
     * @param run with the times of their turns
     * @param settling how long before its announcement a frame may have been exposed
     */
    Proposals(List<CalledNumber> run, Duration settling) {
        this.run = List.copyOf(run);
        this.settling = settling;
    }

    /**
     * What else is known of one frame.
     *
     * @param owed shots its camera has not answered
     * @param before the number of the frame its camera took before
     * @param after the number of the frame its camera took next
     * @param withFrames numbers that have frames
     */
    record Facts(
            Frame frame,
            ExposureMoment exposed,
            List<Shot> owed,
            OptionalInt before,
            OptionalInt after,
            Set<Integer> withFrames) {}

    /** The best first, at most four. */
    List<Proposal> of(Facts facts) {
        found.clear();
        if (SelfTaken.is(facts.frame().camera())) {
            named(facts.frame()).ifPresent(number -> found.put(number, new ArrayList<>(List.of(NAMED))));
        } else {
            weigh(facts);
        }
        found.forEach((number, reasons) -> {
            if (!facts.withFrames().contains(number)) {
                reasons.add(new Reason(Kind.HAS_NONE, Optional.empty(), 0));
            }
        });
        return ranked();
    }

    private void weigh(Facts facts) {
        Instant announced = facts.frame().times().announced();
        for (Shot shot : facts.owed()) {
            boolean isInTime =
                    !shot.requestedAt().isAfter(announced) && shot.requestedAt().isAfter(announced.minus(OWED_MAX));
            if (isInTime && shot.number().isPresent()) {
                boolean fits = facts.exposed().mayBe(shot.requestedAt());
                add(shot.number().getAsInt(), fits ? Kind.EXPOSED_AT_PRESS : Kind.FRAME_OWED, shot.requestedAt(), 0);
            }
        }
        facts.exposed()
                .at()
                .ifPresent(at -> current(
                                at.minus(facts.exposed().tolerance()),
                                at.plus(facts.exposed().tolerance()))
                        .forEach(number -> add(
                                number,
                                Kind.CURRENT_AT_EXPOSURE,
                                at,
                                facts.exposed().toleranceSeconds())));
        for (int number : proposed(facts.frame())) {
            add(number, Kind.NAMED_WHEN_FILED, announced, 0);
        }
        current(announced.minus(settling), announced)
                .forEach(number -> add(number, Kind.CURRENT_WHEN_ANNOUNCED, announced, 0));
        if (facts.before().isPresent() && facts.before().equals(facts.after())) {
            add(facts.before().getAsInt(), Kind.BETWEEN_ITS_FRAMES, announced, 0);
        }
    }

    /** Whom the file of a self-taken picture was named for; {@code Join} has put it into the evidence. */
    static OptionalInt named(Frame frame) {
        return frame.evidence().stream()
                .filter(word -> NAMED_WORD.matcher(word).matches())
                .mapToInt(word -> Integer.parseInt(word.substring(word.indexOf('=') + 1)))
                .findFirst();
    }

    /** What filing weighed and could not decide between, as the frame itself remembers it. */
    private static List<Integer> proposed(Frame frame) {
        return frame.evidence().stream()
                .map(PROPOSES::matcher)
                .filter(Matcher::matches)
                .flatMap(proposes -> Stream.of(proposes.group(1).split(",")))
                .limit(SHOWN_MAX)
                .map(Integer::valueOf)
                .toList();
    }

    private List<Proposal> ranked() {
        List<Proposal> all = new ArrayList<>();
        found.forEach((number, reasons) -> all.add(new Proposal(
                number,
                reasons.stream().mapToInt(reason -> reason.kind().weight()).sum(),
                reasons)));
        all.sort(Comparator.comparingInt(Proposal::score).reversed().thenComparingInt(Proposal::number));
        return List.copyOf(all.subList(0, Math.min(SHOWN_MAX, all.size())));
    }

    /** Numbers whose turn it was at some moment between the two. */
    private List<Integer> current(Instant from, Instant to) {
        return run.stream()
                .filter(one -> one.called().isPresent() && !one.called().get().isAfter(to))
                .filter(one -> one.ended().isEmpty() || !one.ended().get().isBefore(from))
                .map(CalledNumber::number)
                .toList();
    }

    private void add(int number, Kind kind, Instant at, int toleranceSeconds) {
        List<Reason> reasons = found.computeIfAbsent(number, none -> new ArrayList<>());
        if (reasons.stream().noneMatch(reason -> reason.kind() == kind)) {
            reasons.add(new Reason(kind, Optional.of(at), toleranceSeconds));
        }
    }
}
