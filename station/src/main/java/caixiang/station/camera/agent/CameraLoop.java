package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.gphoto2.CameraEvent;
import caixiang.station.camera.gphoto2.GphotoCamera;
import caixiang.station.crash.CrashPoint;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the camera's thread does all day: a waiting order; else one event; else one announced object; else a short rest in
 * which an order may come. All rest is here and none in libgphoto2, whose event wait cannot be interrupted on some drivers
 * and returns at once on others.
 */
final class CameraLoop {
    private static final Logger log = LoggerFactory.getLogger(CameraLoop.class);
    private static final int DRAIN_MAX = 64;

    /** Shortest wait that libgphoto2 takes for one look. */
    private static final int LOOK_MILLIS = 1;

    private static final long REST_MILLIS = 50;

    /** While a picture is expected. */
    private static final long SHORT_REST_MILLIS = 10;

    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final GphotoCamera camera;
    private final Transfers transfers;
    private final StationLink link;
    private final AgentLimits limits;
    private final Clock clock;
    private final TriggerDiagnosis diagnosis;
    private final long bornNanos = System.nanoTime();

    private Optional<OutstandingShot> shot = Optional.empty();
    private long lastBeatNanos;
    private Optional<AnsweredShot> answered = Optional.empty();
    private boolean isStopping;
    private boolean isToReadAnew;

    CameraLoop(GphotoCamera camera, Transfers transfers, StationLink link, AgentLimits limits, Clock clock) {
        this.camera = camera;
        this.transfers = transfers;
        this.link = link;
        this.limits = limits;
        this.clock = clock;
        this.diagnosis = new TriggerDiagnosis(camera, limits.autofocus());
    }

    /** The last shot that a JPEG answered, and by which name a RAW of the same exposure would be known. */
    private record AnsweredShot(String shotId, String folder, String stem) {
        boolean isSameExposure(CameraEvent.FileAdded added) {
            return added.folder().equals(folder)
                    && PictureKind.stem(added.name()).equals(stem);
        }
    }

    /**
     * Returns when told to stop, when the station is gone or when it is time to start afresh.
     *
     * @param unread files and folders of the card that could not be listed
     */
    void run(int unread) throws CameraException, InterruptedException {
        Optional<StationMessage> order = Optional.empty();
        beat("ready");
        link.send(new AgentMessage.Ready(unread));
        while (!isStopping && !link.isLost()) {
            if (order.isPresent()) {
                obey(order.get());
                beat("waiting");
                order = link.order(0);
            } else if (takeEvent()) {
                order = link.order(0);
            } else if (transfers.bringIn(!isExpecting())) {
                // Ends the long silence that a transfer may take.
                beat("waiting");
                order = link.order(0);
            } else {
                giveUpOverdueShot();
                if (isTimeToStartAfresh()) {
                    String why = isToReadAnew ? "reading the card anew" : "starting afresh after long work";
                    link.send(new AgentMessage.Leaving(true, CameraFault.UNKNOWN, why));
                    return;
                }
                order = link.order(isExpecting() ? SHORT_REST_MILLIS : REST_MILLIS);
            }
            if (System.nanoTime() - lastBeatNanos > BEAT_NANOS) {
                beat("waiting");
            }
        }
    }

    private void obey(StationMessage order) throws CameraException {
        if (order instanceof StationMessage.Trigger trigger) {
            trigger(trigger.shotId());
        } else if (order instanceof StationMessage.Fetch fetch) {
            transfers.fetch(fetch.object());
        } else if (order instanceof StationMessage.Delete delete) {
            transfers.delete(delete.object());
        } else if (order instanceof StationMessage.ReadAnew) {
            isToReadAnew = true;
        } else if (order instanceof StationMessage.Stop) {
            isStopping = true;
        } else {
            throw new IllegalStateException("out of place: " + order);
        }
    }

    private void trigger(String shotId) throws CameraException {
        if (isExpecting()) {
            refuse(shotId, CameraFault.BUSY, "the shot before is not finished");
            return;
        }
        beat("trigger");
        drainEvents();
        try {
            camera.trigger();
            CrashPoint.SHUTTER_RELEASED.passed();
            shot = Optional.of(OutstandingShot.fired(shotId));
            link.send(new AgentMessage.Fired(shotId));
            CrashPoint.SHUTTER_TOLD.passed();
        } catch (CameraException e) {
            if (e.fault() == CameraFault.DISCONNECTED) {
                // The order may have reached the camera although its answer did not come.
                refuse(shotId, CameraFault.TIMED_OUT, e.detail());
                throw e;
            }
            CameraFault cause = e.fault() == CameraFault.UNKNOWN ? diagnosis.ofRefusal() : e.fault();
            refuse(shotId, cause, e.detail());
        }
    }

    private void refuse(String shotId, CameraFault fault, String message) {
        log.info("shot {} refused with {}: {}", shotId, fault, message);
        link.send(new AgentMessage.Refused(shotId, fault, message));
    }

    /** A picture announced before the order must not be taken for its answer. */
    private void drainEvents() throws CameraException {
        for (int i = 0; i < DRAIN_MAX && takeEvent(); i++) {
            log.debug("event before the trigger");
        }
    }

    /** True if there was an event. */
    private boolean takeEvent() throws CameraException {
        CameraEvent event = camera.nextEvent(LOOK_MILLIS);
        if (event instanceof CameraEvent.FileAdded added) {
            announce(added, clock.instant());
        } else if (event instanceof CameraEvent.Other other) {
            log.debug("{}", other.text());
            isToReadAnew |= other.isCardChanged();
        }
        return !(event instanceof CameraEvent.Quiet);
    }

    private void announce(CameraEvent.FileAdded added, Instant now) throws CameraException {
        Optional<PictureKind> kind = PictureKind.of(added.name());
        if (kind.isEmpty()) {
            log.warn("{}/{} is no picture and stays on the card", added.folder(), added.name());
            return;
        }
        Optional<String> shotId = shot.map(OutstandingShot::id);
        if (kind.get() == PictureKind.RAW) {
            // The answer to a shot is its JPEG, which may come before or after.
            shot = shot.map(expecting -> expecting.withOtherFile(added.name()));
            Optional<String> ofJpeg =
                    answered.filter(before -> before.isSameExposure(added)).map(AnsweredShot::shotId);
            transfers.announce(added, ofJpeg.or(() -> shotId), now);
            return;
        }
        shot = Optional.empty();
        answered = shotId.map(id -> new AnsweredShot(id, added.folder(), PictureKind.stem(added.name())));
        CrashPoint.ANNOUNCED.passed();
        transfers.announce(added, shotId, now);
    }

    private void giveUpOverdueShot() throws CameraException {
        if (shot.isEmpty() || !shot.get().isDue(limits.objectMillis())) {
            return;
        }
        OutstandingShot due = shot.get();
        shot = Optional.of(due.overdue());
        String message = "no picture within " + limits.objectMillis() + " ms";
        if (due.otherFile().isEmpty()) {
            CameraFault fault = diagnosis.ofState().orElse(CameraFault.TIMED_OUT);
            link.send(new AgentMessage.ShotFailed(due.id(), fault, message));
        } else {
            String cause = message + ", only " + due.otherFile() + "; set the body to JPEG or RAW+JPEG";
            link.send(new AgentMessage.ShotFailed(due.id(), CameraFault.NO_JPEG, cause));
        }
    }

    private boolean isExpecting() {
        return shot.isPresent() && !shot.get().isOverdue();
    }

    private boolean isTimeToStartAfresh() {
        long age = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - bornNanos);
        boolean isDue = isToReadAnew || transfers.frames() >= limits.framesMax() || age >= limits.lifetimeMillis();
        return isDue && !isExpecting();
    }

    private void beat(String doing) {
        lastBeatNanos = System.nanoTime();
        link.send(new AgentMessage.Alive(doing, limits.silentMillis()));
    }
}
