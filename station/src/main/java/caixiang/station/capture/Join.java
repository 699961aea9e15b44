package caixiang.station.capture;

import caixiang.station.archive.FrameReason;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CardObjects;
import caixiang.station.store.Sessions;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import caixiang.station.store.Sittings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides whose a frame is, from what is on record and never from what is on a screen. In doubt it is nobody's: a frame in
 * the tray costs a minute, one under a wrong number is the worst that can happen.
 */
final class Join {
    private final Handle handle;
    private final CaptureContext context;

    Join(Handle handle, CaptureContext context) {
        this.handle = handle;
        this.context = context;
    }

    Owner ownerOf(SpooledFrame frame) {
        if (frame.shotId().isPresent()) {
            return ofTrigger(frame, frame.shotId().get());
        }
        CardObjects card = new CardObjects(handle, frame.camera().serial());
        if (card.isWanted(frame.object())) {
            return ofCard(frame, card.shotOf(frame.object()));
        }
        return ofBodyPress(frame);
    }

    private Owner ofTrigger(SpooledFrame frame, String shotId) {
        Optional<Shot> shot = new Shots(handle).find(shotId);
        boolean known = shot.isPresent()
                && shot.get().number().isPresent()
                && shot.get().state() != ShotState.REFUSED
                && shot.get().cameraSerial().filter(frame.camera().serial()::equals).isPresent();
        return known ? Owner.ofShot(shot.get(), FrameReason.TRIGGERED) : nobody(frame);
    }

    /** The card's comparison has said which shot it answers; a frame that came in the meantime makes that doubtful. */
    private Owner ofCard(SpooledFrame frame, Optional<String> shotId) {
        Optional<Shot> shot = shotId.flatMap(id -> new Shots(handle).find(id));
        boolean stillOwed = shot.isPresent() && shot.get().state().mayBecome(ShotState.FILED);
        return stillOwed ? Owner.ofShot(shot.get(), FrameReason.RECOVERED) : nobody(frame);
    }

    /**
     * The shutter fired at some moment shortly before the announcement. If exactly one person was current in that time,
     * the frame is theirs.
     */
    private Owner ofBodyPress(SpooledFrame frame) {
        Instant to = frame.announced();
        Instant from = to.minus(context.settings().bodyPressSettling());
        String sessionId = sessionOf(frame);
        List<Integer> current = new Sittings(handle, sessionId).currentBetween(from, to);
        return current.size() == 1 ? Owner.ofBodyPress(sessionId, current.get(0)) : Owner.nobody(sessionId);
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
