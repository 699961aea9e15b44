package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.gphoto2.CameraEvent;
import caixiang.station.camera.gphoto2.CameraFiles;
import caixiang.station.camera.gphoto2.FileFacts;
import caixiang.station.crash.CrashPoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures that are still to be brought in, and what the station hears of each. A failure of one is told and the next
 * one tried; only a lost camera is thrown. Confined to the camera's thread.
 */
final class Transfers {
    private static final Logger log = LoggerFactory.getLogger(Transfers.class);
    private static final int ANNOUNCED_MAX = 256;

    private final CameraFiles files;
    private final FrameReceiver receiver;
    private final Negatives negatives;
    private final StationLink link;
    private final Clock clock;
    private final Deque<AnnouncedObject> announced = new ArrayDeque<>();
    private int frames;

    Transfers(CameraFiles files, FrameReceiver receiver, StationLink link, Clock clock) {
        this.files = files;
        this.receiver = receiver;
        this.negatives = new Negatives(files, receiver, link);
        this.link = link;
        this.clock = clock;
    }

    /** Frames brought in so far. */
    int frames() {
        return frames;
    }

    void announce(CameraEvent.FileAdded added, Optional<String> shotId, Instant now) throws CameraException {
        try {
            CardObject object = look(added.folder(), added.name());
            log.info("announced {} for {}", object, shotId.orElse("nobody's order"));
            if (PictureKind.isRaw(object.name())) {
                negatives.add(new AnnouncedObject(object, shotId, now), false);
            } else if (announced.size() < ANNOUNCED_MAX) {
                announced.add(new AnnouncedObject(object, shotId, now));
            } else {
                link.send(new AgentMessage.TransferFailed(object, CameraFault.BUSY, "too many pictures at once"));
            }
        } catch (CameraException e) {
            CardObject unknown = new CardObject(added.folder(), added.name(), 0, Instant.EPOCH);
            link.send(new AgentMessage.TransferFailed(unknown, e.fault(), e.detail()));
            throwIfLost(e);
        }
    }

    /**
     * Brings in the object that was announced first, or else a slice of a RAW. True if there was something to do.
     *
     * @param mayNegatives whether there is time for a RAW
     */
    boolean bringIn(boolean mayNegatives) throws CameraException {
        if (announced.isEmpty() && mayNegatives && !negatives.isEmpty()) {
            if (negatives.step()) {
                frames++;
            }
            return true;
        }
        Optional<AnnouncedObject> next = Optional.ofNullable(announced.poll());
        if (next.isPresent()) {
            try {
                receive(next.get());
            } catch (CameraException e) {
                log.warn("not brought in: {}", e.getMessage());
                link.send(new AgentMessage.TransferFailed(next.get().object(), e.fault(), e.detail()));
                throwIfLost(e);
            }
        }
        return next.isPresent();
    }

    /** Brings in what the station asks for. */
    void fetch(CardObject object) throws CameraException {
        try {
            CardObject now = look(object.folder(), object.name());
            if (!now.equals(object)) {
                throw new CameraException(CameraFault.DAMAGED_FRAME, object + " is no longer on the card, but " + now);
            }
            AnnouncedObject wanted = new AnnouncedObject(object, Optional.empty(), clock.instant());
            if (PictureKind.isRaw(object.name())) {
                negatives.add(wanted, true);
                return;
            }
            receive(wanted);
            CrashPoint.FETCHED.passed();
            link.send(new AgentMessage.Fetched(object));
        } catch (CameraException e) {
            log.warn("not fetched: {}", e.getMessage());
            link.send(new AgentMessage.FetchFailed(object, e.fault(), e.detail()));
            throwIfLost(e);
        }
    }

    /** Deletes what the station asks to be deleted, and nothing else that may be there by now. */
    void delete(CardObject object) throws CameraException {
        try {
            CardObject now = look(object.folder(), object.name());
            if (!now.equals(object)) {
                throw new CameraException(CameraFault.DAMAGED_FRAME, object + " is no longer on the card, but " + now);
            }
            files.delete(object.folder(), object.name());
            log.info("deleted {}", object);
            link.send(new AgentMessage.Deleted(object));
        } catch (CameraException e) {
            log.warn("not deleted: {}", e.getMessage());
            link.send(new AgentMessage.DeleteFailed(object, e.fault(), e.detail()));
            throwIfLost(e);
        }
    }

    private CardObject look(String folder, String name) throws CameraException {
        FileFacts facts = files.facts(folder, name);
        return new CardObject(folder, name, facts.sizeBytes(), facts.modified());
    }

    private void receive(AnnouncedObject object) throws CameraException {
        String id = receiver.receive(object);
        frames++;
        link.send(new AgentMessage.Spooled(id));
        CrashPoint.SPOOLED_TOLD.passed();
    }

    private static void throwIfLost(CameraException e) throws CameraException {
        if (e.fault() == CameraFault.DISCONNECTED) {
            throw e;
        }
    }
}
