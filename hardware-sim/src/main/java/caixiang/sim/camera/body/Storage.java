package caixiang.sim.camera.body;

import caixiang.sim.ptp.EventCode;
import caixiang.sim.ptp.ObjectInfo;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.scene.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Where frames go on the camera: the card, or the one-frame buffer (SDRAM) an initiator fetches from. Announces what
 * arrives. Safe for use by several threads.
 */
public final class Storage {
    /** The handle by which Nikon bodies offer the frame in the buffer. */
    public static final int BUFFER_HANDLE = 0xFFFF_0001;

    private static final String BUFFER_NAME = "DSC_0000.JPG";

    private final Card card;
    private final ExposureLog exposures;
    private final EventQueue events;
    private final Clock clock;
    private Optional<CardObject> buffer = Optional.empty();

    Storage(Card card, ExposureLog exposures, EventQueue events, Clock clock) {
        this.card = card;
        this.exposures = exposures;
        this.events = events;
        this.clock = clock;
    }

    /** A file or folder by handle, on the card or in the buffer. */
    public synchronized Optional<CardObject> object(int handle) {
        return handle == BUFFER_HANDLE ? buffer : card.object(handle);
    }

    /** Removes a file for the initiator. */
    public synchronized void delete(CardObject file) {
        if (file.handle() == BUFFER_HANDLE) {
            buffer = Optional.empty();
        } else {
            card.delete(file);
        }
        file.file().ifPresent(exposures::release);
    }

    /** The buffer does not outlive the session. */
    public synchronized void clearBuffer() {
        buffer.ifPresent(this::delete);
    }

    synchronized boolean hasRoom(Shutter.Destination destination) {
        return switch (destination) {
            case CARD -> card.hasRoom();
            case SDRAM -> buffer.isEmpty();
        };
    }

    /** Stores a frame and announces it; not OK when there is no room for it. */
    synchronized ResponseCode store(Frame frame, Instant at, Shutter.Destination destination) throws IOException {
        if (destination == Shutter.Destination.CARD
                && !card.hasRoomFor(frame.jpeg().bytes().length)) {
            return ResponseCode.STORE_FULL;
        }
        Exposure.Digest digest = exposures.write(frame);
        ExposedFile exposed = new ExposedFile(
                digest.file(),
                digest.sizeBytes(),
                new ObjectInfo.Picture(frame.jpeg().widthPixels(), frame.jpeg().heightPixels(), 0),
                LocalDateTime.ofInstant(at, clock.getZone()));
        if (destination == Shutter.Destination.CARD) {
            Card.Stored stored = card.add(exposed);
            // Recorded before it is announced: whoever fetches the frame can already ask what was shot.
            exposures.add(new Exposure(frame.nonce(), frame.sitterKey(), card.pathOf(stored.file()), digest, at));
            stored.newFolder().ifPresent(folder -> events.announce(EventCode.OBJECT_ADDED, folder.handle()));
            events.announce(EventCode.OBJECT_ADDED, stored.file().handle());
        } else {
            buffer = Optional.of(exposed.as(BUFFER_HANDLE, new ObjectInfo.Place(0, 0), BUFFER_NAME));
            exposures.add(new Exposure(frame.nonce(), frame.sitterKey(), "SDRAM/" + BUFFER_NAME, digest, at));
            events.announce(EventCode.NIKON_OBJECT_ADDED_IN_SDRAM, BUFFER_HANDLE);
        }
        return ResponseCode.OK;
    }

    void announceEnd(ResponseCode result) {
        if (result == ResponseCode.STORE_FULL) {
            events.announce(EventCode.STORE_FULL, Card.STORAGE_ID);
        }
        boolean buffered = object(BUFFER_HANDLE).isPresent();
        events.announce(buffered ? EventCode.NIKON_CAPTURE_COMPLETE_REC_IN_SDRAM : EventCode.CAPTURE_COMPLETE, 0);
    }
}
