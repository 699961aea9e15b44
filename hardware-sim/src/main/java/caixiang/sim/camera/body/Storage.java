package caixiang.sim.camera.body;

import caixiang.sim.ptp.EventCode;
import caixiang.sim.ptp.ObjectInfo;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.scene.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where frames go on the camera: the card, or the one-frame buffer (SDRAM) an initiator fetches from. Announces what
 * arrives. Safe for use by several threads.
 */
public final class Storage {
    /** The handle by which Nikon bodies offer the frame in the buffer. */
    public static final int BUFFER_HANDLE = 0xFFFF_0001;

    private static final String BUFFER_NAME = "DSC_0000.JPG";

    private final CardSlot slot;
    private final ExposureLog exposures;
    private final EventQueue events;
    private final Supplier<ImageQuality> quality;
    private final Clock clock;
    private Negatives negatives;
    private Optional<CardObject> buffer = Optional.empty();

    Storage(Media media, EventQueue events, Supplier<ImageQuality> quality, Clock clock) {
        this.slot = media.slot;
        this.exposures = media.exposures;
        this.negatives = media.negatives;
        this.events = events;
        this.quality = quality;
        this.clock = clock;
    }

    /** What files are kept on and how. */
    record Media(CardSlot slot, ExposureLog exposures, Negatives negatives) {}

    synchronized Negatives negatives() {
        return negatives;
    }

    /** How RAW files are written from now on. */
    synchronized void setNegatives(Negatives next) {
        negatives = next;
    }

    /**
     * Takes the card out and puts another in, which the initiator is told.
     *
     * @return false when the body has seen too many cards
     */
    synchronized boolean swap(String name, int oldFiles) throws IOException {
        boolean isIn = slot.insert(name, oldFiles, LocalDateTime.now(clock));
        if (isIn) {
            events.announce(EventCode.STORE_REMOVED, Card.STORAGE_ID);
            events.announce(EventCode.STORE_ADDED, Card.STORAGE_ID);
        }
        return isIn;
    }

    /** A file or folder by handle, on the card or in the buffer. */
    public synchronized Optional<CardObject> object(int handle) {
        return handle == BUFFER_HANDLE ? buffer : slot.card().object(handle);
    }

    /** Removes a file for the initiator. */
    public synchronized void delete(CardObject file) {
        if (file.handle() == BUFFER_HANDLE) {
            buffer = Optional.empty();
        } else {
            slot.card().delete(file);
        }
        file.file().ifPresent(exposures::release);
    }

    /** The buffer does not outlive the session. */
    public synchronized void clearBuffer() {
        buffer.ifPresent(this::delete);
    }

    synchronized boolean hasRoom(Shutter.Destination destination) {
        return switch (destination) {
            case CARD -> slot.card().hasRoom();
            case SDRAM -> buffer.isEmpty();
        };
    }

    /** Stores a frame and announces it; not OK when there is no room for it. */
    synchronized ResponseCode store(Frame frame, Instant at, Shutter.Destination destination) throws IOException {
        if (destination == Shutter.Destination.SDRAM) {
            storeInBuffer(frame, at);
            return ResponseCode.OK;
        }
        ImageQuality wanted = quality.get();
        long bytes = (wanted.hasJpeg() ? frame.jpeg().bytes().length : 0) + (wanted.hasRaw() ? negatives.bytes() : 0L);
        if (!slot.card().hasRoomFor(bytes)) {
            return ResponseCode.STORE_FULL;
        }
        storeOnCard(frame, at, wanted);
        return ResponseCode.OK;
    }

    private void storeOnCard(Frame frame, Instant at, ImageQuality wanted) throws IOException {
        List<ExposedFile> files = new ArrayList<>();
        List<Exposure.Digest> digests = new ArrayList<>();
        if (wanted.hasJpeg()) {
            digests.add(exposures.write(frame));
            files.add(exposed(FileKind.JPEG, digests.get(0), frame, at));
        }
        if (wanted.hasRaw()) {
            digests.add(exposures.writeRaw(frame, negatives.bytes()));
            files.add(exposed(FileKind.RAW, digests.get(digests.size() - 1), frame, at));
        }
        Card card = slot.card();
        Card.Stored stored = card.add(files);
        List<String> names = stored.files().stream().map(card::pathOf).toList();
        Optional<Exposure.Raw> beside =
                files.size() > 1 ? Optional.of(new Exposure.Raw(names.get(1), digests.get(1))) : Optional.empty();
        // Recorded before it is announced: whoever fetches the frame can already ask what was shot.
        exposures.add(new Exposure(frame.nonce(), frame.sitterKey(), names.get(0), digests.get(0), beside, at));
        stored.newFolder().ifPresent(folder -> events.announce(EventCode.OBJECT_ADDED, folder.handle()));
        List<CardObject> announced = new ArrayList<>(stored.files());
        if (negatives.rawFirst()) {
            Collections.reverse(announced);
        }
        announced.forEach(file -> events.announce(EventCode.OBJECT_ADDED, file.handle()));
    }

    private void storeInBuffer(Frame frame, Instant at) throws IOException {
        Exposure.Digest digest = exposures.write(frame);
        buffer = Optional.of(
                exposed(FileKind.JPEG, digest, frame, at).as(BUFFER_HANDLE, new ObjectInfo.Place(0, 0), BUFFER_NAME));
        exposures.add(
                new Exposure(frame.nonce(), frame.sitterKey(), "SDRAM/" + BUFFER_NAME, digest, Optional.empty(), at));
        events.announce(EventCode.NIKON_OBJECT_ADDED_IN_SDRAM, BUFFER_HANDLE);
    }

    private ExposedFile exposed(FileKind kind, Exposure.Digest digest, Frame frame, Instant at) {
        return new ExposedFile(
                kind,
                digest.file(),
                digest.sizeBytes(),
                new ObjectInfo.Picture(frame.jpeg().widthPixels(), frame.jpeg().heightPixels(), 0),
                LocalDateTime.ofInstant(at, clock.getZone()));
    }

    void announceEnd(ResponseCode result) {
        if (result == ResponseCode.STORE_FULL) {
            events.announce(EventCode.STORE_FULL, Card.STORAGE_ID);
        }
        boolean buffered = object(BUFFER_HANDLE).isPresent();
        events.announce(buffered ? EventCode.NIKON_CAPTURE_COMPLETE_REC_IN_SDRAM : EventCode.CAPTURE_COMPLETE, 0);
    }
}
