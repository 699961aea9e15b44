package caixiang.station.capture;

import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CardObjects;
import caixiang.station.store.ClosedDays;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import caixiang.station.store.Sittings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Keeps the intents: decides whether a press may be given to the camera, and writes down what became of it. */
final class ShotLedger {
    private final FrameArchive archive;
    private final CaptureContext context;
    private final Clock clock;

    ShotLedger(FrameArchive archive, CaptureContext context, Clock clock) {
        this.archive = archive;
        this.context = context;
        this.clock = clock;
    }

    /**
     * A press on record.
     *
     * @param number 0 when the press was refused because nobody was current
     * @param outcome empty while the camera is to be asked, or is being asked
     */
    record Begun(String shotId, int number, Optional<CaptureOutcome> outcome) {}

    /** Writes the intent, or the refusal. The same request again finds the press it made. */
    Begun begin(Handle handle, PressRequest request, CameraStatus status, boolean isBusy) {
        Optional<Shot> before = new Shots(handle).ofRequest(context.session().id(), request.requestId());
        if (before.isPresent()) {
            return again(handle, before.get(), isBusy);
        }
        Sittings sittings = new Sittings(handle, context.session().id());
        OptionalInt current = sittings.current(context.station());
        Optional<String> code =
                new ClosedDays(handle).isClosed(context.session().id())
                        ? Optional.of(RefusalCode.DAY_CLOSED.name())
                        : refusal(current, status, isBusy);
        Shot shot = new Shot(
                context.ids().next(),
                context.session().id(),
                request.requestId(),
                context.station(),
                current,
                current.isPresent() ? sittings.personOf(current.getAsInt()) : Optional.empty(),
                request.source().code(),
                request.by(),
                status.camera().map(CameraIdentity::serial),
                code.isPresent() ? ShotState.REFUSED : ShotState.REQUESTED,
                code.isPresent() ? Optional.of(ShotEvent.ORDER_REFUSED) : Optional.empty(),
                code,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                System.nanoTime());
        new Shots(handle).insert(shot);
        journal(handle, shot, code);
        return new Begun(shot.shotId(), current.orElse(0), code.isPresent() ? ended(handle, shot) : Optional.empty());
    }

    private Optional<String> refusal(OptionalInt current, CameraStatus status, boolean isBusy) {
        if (current.isEmpty()) {
            return Optional.of(RefusalCode.NOBODY_CURRENT.name());
        }
        if (isBusy) {
            return Optional.of(RefusalCode.CAPTURE_BUSY.name());
        }
        if (archive.freeBytes() < context.settings().freeSpaceMinBytes()) {
            return Optional.of(RefusalCode.DISK_FULL.name());
        }
        if (!status.isReady()) {
            return Optional.of(status.fault().orElse(CameraFault.NOT_FOUND).name());
        }
        return Optional.empty();
    }

    private Begun again(Handle handle, Shot shot, boolean isBusy) {
        boolean isRunning = shot.state() == ShotState.REQUESTED || shot.state() == ShotState.FIRED;
        Optional<CaptureOutcome> outcome = isRunning && isBusy ? Optional.empty() : ended(handle, shot);
        return new Begun(shot.shotId(), shot.number().orElse(0), outcome);
    }

    /** The outcome as it follows from the record. */
    private Optional<CaptureOutcome> ended(Handle handle, Shot shot) {
        int number = shot.number().orElse(0);
        Optional<CaptureOutcome> filed = new Frames(handle)
                .ofShot(shot.shotId())
                .map(frame -> new CaptureOutcome.Filed(shot.shotId(), number, frame));
        if (filed.isPresent()) {
            return filed;
        }
        if (shot.code().isEmpty()) {
            return Optional.of(new CaptureOutcome.Late(shot.shotId(), number));
        }
        return Optional.of(ofCode(shot, number, shot.code().get()));
    }

    private static CaptureOutcome ofCode(Shot shot, int number, String code) {
        for (RefusalCode refusal : RefusalCode.values()) {
            if (refusal.name().equals(code)) {
                return shot.state() == ShotState.REFUSED
                        ? new CaptureOutcome.Refused(refusal)
                        : new CaptureOutcome.Unfiled(shot.shotId(), number, refusal);
            }
        }
        return new CaptureOutcome.Failed(shot.shotId(), number, CameraFault.valueOf(code));
    }

    /**
     * Writes down what happened to a shot, and journals the state it is in now.
     *
     * @return false when the event changes nothing
     */
    boolean happened(Handle handle, String shotId, ShotEvent event, Optional<String> code) {
        Optional<Shot> changed = new Shots(handle).happened(shotId, event, code, clock.instant());
        changed.ifPresent(shot -> journal(handle, shot, code));
        return changed.isPresent();
    }

    /** The file is still on the card; it is wanted, for the shot that was under way if there was one. */
    boolean transferFailed(
            Handle handle, CameraStatus status, CardObject object, CameraFault fault, Optional<String> shotId) {
        Instant now = clock.instant();
        Optional<CameraIdentity> camera = status.camera();
        camera.ifPresent(
                body -> new CardObjects(handle, body.serial()).saveWanted(Filing.wholeMillis(object), shotId, now));
        new Journal(handle)
                .append(JournalEntry.of(now, context.session().id(), "transfer-failed")
                        .with("object", object.folder() + "/" + object.name())
                        .with("code", word(fault.name()))
                        .with("shot", shotId.orElse("none")));
        return camera.isPresent();
    }

    /** It stays in the spool. */
    boolean frameNotFiled(Handle handle, SpooledFrame frame, RefusalCode code) {
        new Journal(handle)
                .append(JournalEntry.of(clock.instant(), context.session().id(), "frame-not-filed")
                        .with("code", code.code())
                        .with("sha256", frame.sha256())
                        .with("shot", frame.shotId().orElse("none")));
        return true;
    }

    private void journal(Handle handle, Shot shot, Optional<String> code) {
        JournalEntry entry = JournalEntry.of(
                        clock.instant(),
                        shot.sessionId(),
                        "shot-" + shot.state().code())
                .number(shot.number())
                .with("shot", shot.shotId())
                .with("source", shot.source())
                .with("by", shot.askedBy());
        JournalEntry caused =
                shot.cause().map(cause -> entry.with("cause", cause.code())).orElse(entry);
        new Journal(handle)
                .append(code.map(name -> caused.with("code", word(name))).orElse(caused));
    }

    private static String word(String enumName) {
        return enumName.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
