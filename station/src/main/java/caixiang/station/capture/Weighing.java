package caixiang.station.capture;

import caixiang.station.archive.FrameReason;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides whose a frame is. Every piece of evidence proposes numbers; a frame is filed only where they agree on one. In
 * doubt it is nobody's: a frame in the tray costs a minute, one under a wrong number is the worst that can happen. Pure.
 *
 * <p>The doubt this is about: a shot for one person is late, the next person is called and photographed, and then one
 * frame arrives. The agent names the shot it was asked for last; which of the two it is, only the camera's clock can say,
 * and only where no frame has come for the earlier one.
 */
final class Weighing {
    private final Case facts;
    private final Exposure exposure;

    private Weighing(Case facts) {
        this.facts = facts;
        this.exposure = facts.exposure();
    }

    static Owner of(Case facts) {
        Weighing weighing = new Weighing(facts);
        Owner owner = weighing.owner();
        return owner.because(weighing.evidence(owner));
    }

    private Owner owner() {
        if (facts.isFetched()) {
            return ofCard();
        }
        return facts.named().map(this::ofTrigger).orElseGet(this::ofBodyPress);
    }

    /** The agent names the shot it had asked for last; while another person's is owed too, that alone proves nothing. */
    private Owner ofTrigger(Shot named) {
        if (!exposure.isKnown()) {
            boolean isAlone = facts.owed().stream().allMatch(named::isForSamePersonAs);
            // The agent keeps the name of a shot that was never answered; a press on the body would bear it.
            boolean isAwaited =
                    named.state() != ShotState.LATE || facts.atAnnouncement().equals(numbers(Stream.of(named)));
            boolean isAgreed = isAlone && isAwaited && !facts.counter().isBehind();
            return isAgreed ? Owner.ofShot(named, FrameReason.TRIGGERED) : nobody();
        }
        List<Shot> matching = exposure.matching(facts.owed());
        if (matching.isEmpty()) {
            // A press on the body just before, or a long focusing: the same person all the same.
            boolean isOfNamed = facts.atExposure().equals(numbers(Stream.of(named)));
            return isOfNamed ? Owner.ofShot(named, FrameReason.TRIGGERED) : nobody();
        }
        if (matching.contains(named) && matching.stream().allMatch(named::isForSamePersonAs)) {
            return Owner.ofShot(named, FrameReason.TRIGGERED);
        }
        Shot match = matching.get(0);
        boolean isTheOnlyOne = matching.size() == 1 && !match.requestedAt().isAfter(named.requestedAt());
        // Where a frame has come for that shot already, a clock that was set back explains this one as well.
        return isTheOnlyOne && !facts.namedBefore().contains(match.shotId())
                ? Owner.ofShot(match, FrameReason.RECOVERED)
                : nobody();
    }

    /** Nobody asked for it: a press on the body, or a late frame whose order the agent no longer knows. */
    private Owner ofBodyPress() {
        Set<Integer> announced = facts.atAnnouncement();
        if (!exposure.isKnown()) {
            boolean isAgreed = announced.size() == 1 && announced.containsAll(numbers(facts.owed().stream()));
            return isAgreed ? Owner.ofBodyPress(facts.sessionId(), only(announced)) : nobody();
        }
        List<Shot> matching = exposure.matching(facts.owed());
        if (!matching.isEmpty()) {
            return ofOneOf(matching);
        }
        Set<Integer> exposed = facts.atExposure();
        boolean isAgreed = exposed.size() == 1 && announced.containsAll(exposed);
        return isAgreed ? Owner.ofBodyPress(facts.sessionId(), only(exposed)) : nobody();
    }

    /** The announcement says nothing here; the comparison's word counts only while the clock does not contradict it. */
    private Owner ofCard() {
        Optional<Shot> compared = facts.named();
        if (!exposure.isKnown()) {
            // Nobody else can have been photographed since.
            return compared.filter(shot -> facts.atAnnouncement().equals(numbers(Stream.of(shot))))
                    .map(shot -> Owner.ofShot(shot, FrameReason.RECOVERED))
                    .orElseGet(this::nobody);
        }
        List<Shot> matching = exposure.matching(facts.owed());
        if (!matching.isEmpty()) {
            boolean isAgreed = compared.isEmpty() || matching.contains(compared.get());
            return isAgreed ? ofOneOf(matching) : nobody();
        }
        // The clock alone would also explain a picture of a card that was put in.
        boolean isAgreed = compared.isEmpty()
                && facts.atExposure().size() == 1
                && facts.counter().isFollowing();
        return isAgreed ? Owner.ofBodyPress(facts.sessionId(), only(facts.atExposure())) : nobody();
    }

    private Owner ofOneOf(List<Shot> matching) {
        Shot first = matching.get(0);
        return matching.stream().allMatch(first::isForSamePersonAs)
                ? Owner.ofShot(first, FrameReason.RECOVERED)
                : nobody();
    }

    private Owner nobody() {
        return Owner.nobody(facts.sessionId());
    }

    private List<String> evidence(Owner owner) {
        Optional<Shot> shot = owner.shotId().isPresent()
                ? facts.owed().stream()
                        .filter(each -> owner.shotId().get().equals(each.shotId()))
                        .findFirst()
                : facts.named();
        List<String> words = new ArrayList<>();
        words.add("trigger=" + trigger(shot));
        words.add("intent=" + text(numbers(facts.named().stream())));
        if (facts.named().isPresent()) {
            int place = facts.owed().indexOf(facts.named().get()) + 1;
            words.add("order=" + place + "of" + facts.owed().size());
        } else if (!facts.owed().isEmpty()) {
            words.add("owed=" + text(numbers(facts.owed().stream())));
        }
        words.add("clock=" + exposure.word(shot));
        words.add("turn=" + text(exposure.isKnown() ? facts.atExposure() : facts.atAnnouncement()));
        words.add("counter=" + facts.counter().word());
        if (owner.isNobody()) {
            words.add("proposes=" + text(proposals()));
        }
        return words;
    }

    private String trigger(Optional<Shot> shot) {
        return facts.isFetched() ? "card" : shot.map(Shot::source).orElse("body");
    }

    /** Everybody whom some evidence speaks for. */
    private Set<Integer> proposals() {
        Set<Integer> all = numbers(facts.named().stream());
        if (exposure.isKnown()) {
            all.addAll(numbers(exposure.matching(facts.owed()).stream()));
            all.addAll(facts.atExposure());
        } else {
            all.addAll(numbers(facts.owed().stream()));
        }
        if (!facts.isFetched() && (facts.named().isEmpty() || !exposure.isKnown())) {
            all.addAll(facts.atAnnouncement());
        }
        return all;
    }

    private static Set<Integer> numbers(Stream<Shot> shots) {
        Set<Integer> numbers = new TreeSet<>();
        shots.forEach(shot -> shot.number().ifPresent(numbers::add));
        return numbers;
    }

    private static String text(Set<Integer> numbers) {
        return numbers.isEmpty()
                ? "none"
                : String.join(
                        ",",
                        new TreeSet<>(numbers).stream().map(String::valueOf).toList());
    }

    private static int only(Set<Integer> numbers) {
        return numbers.iterator().next();
    }
}
