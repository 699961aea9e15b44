package caixiang.station.capture;

import caixiang.station.archive.FrameReason;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CardObjects;
import caixiang.station.store.Frames;
import caixiang.station.store.Sessions;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import caixiang.station.store.Sittings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides whose a frame is, from what is on record and never from what is on a screen. In doubt it is nobody's: a frame in
 * the tray costs a minute, one under a wrong number is the worst that can happen.
 *
 * <p>The doubt this is about: a shot for one person is late, the next person is called and photographed, and then one
 * frame arrives. Which of the two it is, only the time of its exposure can say.
 */
final class Join {
    /** A camera that has not delivered after this will not do so on its own; libgphoto2 itself waits 90 s at most. */
    private static final Duration OWED_MAX = Duration.ofMinutes(2);

    private final Handle handle;
    private final CaptureContext context;

    Join(Handle handle, CaptureContext context) {
        this.handle = handle;
        this.context = context;
    }

    Owner ownerOf(SpooledFrame frame) {
        if (frame.shotId().isPresent()) {
            Optional<Shot> shot = new Shots(handle).find(frame.shotId().get());
            return shot.isPresent() && mayAnswer(shot.get(), frame) ? ofTrigger(frame, shot.get()) : nobody(frame);
        }
        CardObjects card = new CardObjects(handle, frame.camera().serial());
        return card.isWanted(frame.object()) ? ofCard(frame, card.shotOf(frame.object())) : ofBodyPress(frame);
    }

    private static boolean mayAnswer(Shot shot, SpooledFrame frame) {
        return shot.number().isPresent()
                && shot.state() != ShotState.REFUSED
                && shot.cameraSerial().filter(frame.camera().serial()::equals).isPresent();
    }

    /** The agent names the shot it had asked for last; while another person's is owed too, that alone proves nothing. */
    private Owner ofTrigger(SpooledFrame frame, Shot named) {
        List<Shot> candidates = new ArrayList<>(owed(frame));
        candidates.removeIf(shot -> shot.shotId().equals(named.shotId()));
        if (candidates.stream().allMatch(shot -> isSamePerson(shot, named))) {
            return Owner.ofShot(named, FrameReason.TRIGGERED);
        }
        candidates.add(named);
        List<Shot> matching = exposure(frame).matching(candidates);
        if (matching.size() != 1) {
            return nobody(frame);
        }
        boolean isNamed = matching.get(0).shotId().equals(named.shotId());
        return Owner.ofShot(matching.get(0), isNamed ? FrameReason.TRIGGERED : FrameReason.RECOVERED);
    }

    /** The card's comparison has said which shot it answers; a frame that came in the meantime makes that doubtful. */
    private Owner ofCard(SpooledFrame frame, Optional<String> shotId) {
        Optional<Shot> shot = shotId.flatMap(id -> new Shots(handle).find(id));
        boolean stillOwed = shot.isPresent() && shot.get().state().mayBecome(ShotState.FILED);
        return stillOwed ? Owner.ofShot(shot.get(), FrameReason.RECOVERED) : nobody(frame);
    }

    /** Nobody asked for it: a press on the body, or a late frame whose order the agent no longer knows. */
    private Owner ofBodyPress(SpooledFrame frame) {
        List<Shot> owed = owed(frame);
        Exposure exposure = exposure(frame);
        List<Shot> matching = exposure.matching(owed);
        if (matching.size() == 1) {
            return Owner.ofShot(matching.get(0), FrameReason.RECOVERED);
        }
        Owner current = current(frame);
        boolean isCertain = owed.stream().allMatch(shot -> isOf(current, shot));
        boolean isNoneOwed = exposure.isKnown() && matching.isEmpty();
        return isCertain || isNoneOwed ? current : nobody(frame);
    }

    /**
     * The shutter fired at some moment shortly before the announcement. If exactly one person was current in that time,
     * the frame is theirs.
     */
    private Owner current(SpooledFrame frame) {
        Instant to = frame.announced();
        Instant from = to.minus(context.settings().bodyPressSettling());
        String sessionId = sessionOf(frame);
        List<Integer> current = new Sittings(handle, sessionId).currentBetween(from, to);
        return current.size() == 1 ? Owner.ofBodyPress(sessionId, current.get(0)) : Owner.nobody(sessionId);
    }

    /** Shots this camera had not answered when it announced the frame. */
    private List<Shot> owed(SpooledFrame frame) {
        Instant oldest = frame.announced().minus(OWED_MAX);
        return new Shots(handle)
                .openOf(frame.camera().serial()).stream()
                        .filter(shot -> shot.number().isPresent())
                        .filter(shot -> shot.requestedAt().isAfter(oldest)
                                && !shot.requestedAt().isAfter(frame.announced()))
                        .toList();
    }

    private Exposure exposure(SpooledFrame frame) {
        List<Duration> leads = new Frames(handle).clockLeads(frame.camera().serial(), Exposure.SHOTS_COMPARED);
        return Exposure.of(frame.object().modified(), leads);
    }

    private static boolean isSamePerson(Shot one, Shot other) {
        return one.number().equals(other.number()) && one.sessionId().equals(other.sessionId());
    }

    private static boolean isOf(Owner owner, Shot shot) {
        return owner.number().equals(shot.number()) && owner.sessionId().equals(shot.sessionId());
    }

    private Owner nobody(SpooledFrame frame) {
        return Owner.nobody(sessionOf(frame));
    }

    /** A frame left in the spool may belong to an earlier session than the one that files it. */
    private String sessionOf(SpooledFrame frame) {
        return new Sessions(handle)
                .at(frame.announced())
                .orElse(context.session().id());
    }
}
