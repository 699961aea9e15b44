package caixiang.station.capture;

import caixiang.station.camera.SelfTaken;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CameraClocks;
import caixiang.station.store.CardObjects;
import caixiang.station.store.Frames;
import caixiang.station.store.Sessions;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import caixiang.station.store.Sittings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Gathers what is on record about a frame, never what is on a screen, and has it weighed. Also measures the camera's clock
 * with it. Confined to the transaction it was made for.
 */
final class Join {
    /** A camera that has not delivered after this will not do so on its own; libgphoto2 itself waits 90 s at most. */
    static final Duration OWED_MAX = Duration.ofMinutes(2);

    /** From the agent's last step to the station's ear. More means that one of the two clocks was set, or a crash. */
    private static final Duration HEARD_MAX = Duration.ofSeconds(2);

    /** From a press to the announcement of its picture, when nothing is amiss. */
    private static final Duration PROMPT_MAX = Duration.ofSeconds(5);

    private static final String FROM_NOBODY = "trigger=unknown";

    private final Handle handle;
    private final CaptureContext context;
    private final SpooledFrame frame;
    private final PictureTime time;
    private final Case.Span announced;

    /**
     * What is to be decided.
     *
     * @param heard when the agent told of the frame, by the station's clock; empty for one left in the spool
     */
    Join(Handle handle, CaptureContext context, SpooledFrame frame, PictureTime time, Optional<Instant> heard) {
        this.handle = handle;
        this.context = context;
        this.frame = frame;
        this.time = time;
        this.announced = announced(frame, heard);
    }

    /**
     * An owner, and what the frame tells of its camera's clock.
     *
     * @param lead how far the clock was ahead of the press that the frame was named for, unless it answers another
     */
    record Decision(Owner owner, Optional<Duration> lead, Optional<String> named) {}

    /** The agent's clock and the station's are one, unless it was set in between: then the frame came at either time. */
    private static Case.Span announced(SpooledFrame frame, Optional<Instant> heard) {
        Instant at = frame.announced();
        boolean isDoubtful = heard.isPresent()
                && Duration.between(frame.spooled(), heard.get()).abs().compareTo(HEARD_MAX) > 0;
        if (!isDoubtful) {
            return new Case.Span(at, at);
        }
        boolean isBefore = at.isBefore(heard.get());
        return new Case.Span(isBefore ? at : heard.get(), isBefore ? heard.get() : at);
    }

    Decision decide() {
        if (SelfTaken.is(frame.camera())) {
            // Nobody stood before a camera: no clock and no turn can say whose it is, only a person who looks at it.
            return new Decision(Owner.nobody(sessionId()).because(sent()), Optional.empty(), Optional.empty());
        }
        CardObjects card = new CardObjects(handle, frame.camera().serial());
        boolean isFetched = frame.shotId().isEmpty() && card.isWanted(frame.object());
        Optional<String> namedId = isFetched ? card.shotOf(frame.object()) : frame.shotId();
        Optional<Shot> named = namedId.flatMap(id -> new Shots(handle).find(id));
        if (frame.shotId().isPresent() && named.filter(this::mayAnswer).isEmpty()) {
            Owner nobody = Owner.nobody(sessionId()).because(List.of(FROM_NOBODY, "intent=none", "proposes=none"));
            return new Decision(nobody, Optional.empty(), Optional.empty());
        }
        Optional<Shot> answers = isFetched ? named.filter(shot -> shot.state().mayBeFiled()) : named;
        Case facts = facts(isFetched, answers);
        Owner owner = Weighing.of(facts);
        Optional<Duration> lead = isFetched
                ? Optional.empty()
                : answers.filter(shot -> isReading(facts, owner, shot))
                        .map(shot -> Duration.between(shot.requestedAt(), time.at()));
        return new Decision(owner, lead, lead.isPresent() ? namedId : Optional.empty());
    }

    private List<String> sent() {
        return List.of(
                "trigger=sent",
                "named=" + (frame.named().isPresent() ? frame.named().getAsInt() : "none"));
    }

    private boolean mayAnswer(Shot shot) {
        return shot.number().isPresent()
                && shot.state() != ShotState.REFUSED
                && shot.cameraSerial().filter(frame.camera().serial()::equals).isPresent();
    }

    /**
     * A frame given to another shot tells nothing of the clock. One in the tray does when it came at once: otherwise a
     * camera whose first shots are in doubt would never be measured, and all that follows would stay in doubt.
     */
    private boolean isReading(Case facts, Owner owner, Shot named) {
        boolean isAnswer = owner.shotId().filter(named.shotId()::equals).isPresent();
        boolean isPrompt = !announced.to().isAfter(named.requestedAt().plus(PROMPT_MAX));
        return isAnswer || (owner.isNobody() && (facts.exposure().isKnown() || isPrompt));
    }

    private Case facts(boolean isFetched, Optional<Shot> named) {
        List<Shot> owed = owed(isFetched, named);
        CameraClock clock = CameraClock.of(
                new CameraClocks(handle).newest(frame.camera().serial(), time.source(), CameraClock.READINGS));
        Case.Span possible = new Case.Span(
                isFetched ? Instant.MIN.plus(OWED_MAX) : announced.from().minus(OWED_MAX), announced.to());
        Exposure exposure = Exposure.of(time.at(), clock, possible);
        CameraClocks clocks = new CameraClocks(handle);
        Set<String> namedBefore = new HashSet<>();
        owed.stream().map(Shot::shotId).filter(clocks::isNamed).forEach(namedBefore::add);
        return new Case(
                sessionId(),
                isFetched,
                named,
                owed,
                namedBefore,
                exposure,
                FileCounter.of(new Frames(handle).lastOwned(frame.camera().serial()), frame.object()),
                current(shutter(isFetched, named)),
                exposure.span().map(this::current).orElse(Set.of()));
    }

    /** Within which the shutter fired, by the announcement; for a fetched frame at any time since the press. */
    private Case.Span shutter(boolean isFetched, Optional<Shot> named) {
        Instant settling = announced.from().minus(context.settings().bodyPressSettling());
        return new Case.Span(isFetched ? named.map(Shot::requestedAt).orElse(settling) : settling, announced.to());
    }

    /** Shots this camera had not answered when it announced the frame, or for a fetched one still has not. */
    private List<Shot> owed(boolean isFetched, Optional<Shot> named) {
        Instant oldest = announced.from().minus(OWED_MAX);
        List<Shot> owed = new ArrayList<>(new Shots(handle)
                .openOf(frame.camera().serial()).stream()
                        .filter(shot -> shot.number().isPresent())
                        .filter(shot -> isFetched || shot.requestedAt().isAfter(oldest))
                        .filter(shot -> !shot.requestedAt().isAfter(announced.to()))
                        .toList());
        named.filter(shot -> owed.stream().noneMatch(each -> each.shotId().equals(shot.shotId())))
                .ifPresent(owed::add);
        owed.sort(Comparator.comparing(Shot::requestedAt).thenComparing(Shot::shotId));
        return owed;
    }

    private Set<Integer> current(Case.Span span) {
        return Set.copyOf(new Sittings(handle, sessionId()).currentBetween(context.station(), span.from(), span.to()));
    }

    /** A frame left in the spool may belong to an earlier session than the one that files it. */
    private String sessionId() {
        return new Sessions(handle).at(announced.to()).orElse(context.session().id());
    }
}
