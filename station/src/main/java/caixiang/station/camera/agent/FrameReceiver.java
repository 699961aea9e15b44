package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.PictureFile;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one file from the card into the spool, whole or not at all. */
final class FrameReceiver {
    private static final Logger log = LoggerFactory.getLogger(FrameReceiver.class);

    /** No still camera's picture comes near it; a larger claim is a broken camera's. */
    private static final long SIZE_MAX = 256L << 20;

    /** Left free on the spool's disk for the database and the logs. */
    private static final long DISK_RESERVE = 64L << 20;

    /** The slowest link that is still worth waiting for. */
    private static final long BYTES_PER_MILLI_MIN = 500;

    /** For what comes before and after the bytes. */
    private static final long SILENT_MILLIS = 10_000;

    private final FoundCamera camera;
    private final Spool spool;
    private final FrameIds ids;
    private final StationLink link;
    private final Clock clock;

    FrameReceiver(FoundCamera camera, Spool spool, FrameIds ids, StationLink link, Clock clock) {
        this.camera = camera;
        this.spool = spool;
        this.ids = ids;
        this.link = link;
        this.clock = clock;
    }

    /** Returns the name of the spooled frame. */
    String receive(AnnouncedObject announced) throws CameraException {
        CardObject object = announced.object();
        long begun = System.nanoTime();
        String id = begin(object);
        link.send(new AgentMessage.Alive(
                "transfer of " + object.name(), SILENT_MILLIS + object.sizeBytes() / BYTES_PER_MILLI_MIN));
        try {
            camera.camera().files().download(object.folder(), object.name(), spool.part(id));
            keep(id, announced);
        } finally {
            removePart(id);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        log.info("spooled {} ({} bytes) as {} in {} ms", object.name(), object.sizeBytes(), id, millis);
        return id;
    }

    /** Refuses what cannot be a picture or finds no room. Returns the name its frame will have. */
    String begin(CardObject object) throws CameraException {
        checkSize(object);
        // Not Files.getFileStore: it looks the mount point up, which fails under a changed root such as a container's.
        long usable = spool.folder().toFile().getUsableSpace();
        if (usable < object.sizeBytes() + DISK_RESERVE) {
            throw new CameraException(CameraFault.SPOOL_FAILED, "only " + usable + " bytes free at " + spool.folder());
        }
        return ids.next();
    }

    /** Where the bytes of this frame are to be written. */
    Path part(String id) {
        return spool.part(id);
    }

    private static void checkSize(CardObject object) throws CameraException {
        if (object.sizeBytes() < 1 || object.sizeBytes() > SIZE_MAX) {
            throw new CameraException(
                    CameraFault.DAMAGED_FRAME, object.name() + " claims to have " + object.sizeBytes() + " bytes");
        }
    }

    /** Makes the received part a frame, if all of it came. */
    void keep(String id, AnnouncedObject announced) throws CameraException {
        try {
            check(id, announced);
        } catch (IOException e) {
            throw new CameraException(CameraFault.SPOOL_FAILED, e.toString());
        }
    }

    private void check(String id, AnnouncedObject announced) throws CameraException, IOException {
        CrashPoint.PART_RECEIVED.passed();
        CardObject object = announced.object();
        PictureFile read = PictureFile.read(spool.part(id));
        if (read.sizeBytes() != object.sizeBytes()) {
            throw new CameraException(
                    CameraFault.DAMAGED_FRAME,
                    object.name() + ": " + read.sizeBytes() + " bytes came, the camera names " + object.sizeBytes());
        }
        // A RAW has no mark at its end; that its length is right is all that can be said.
        if (!PictureKind.isRaw(object.name()) && !read.isWholeJpeg()) {
            throw new CameraException(CameraFault.DAMAGED_FRAME, object.name() + " is no whole JPEG file");
        }
        spool.keep(
                id,
                new SpooledFrame(
                        spool.picture(id, object.name()),
                        spool.note(id),
                        read.sha256(),
                        object,
                        camera.identity(),
                        announced.shotId(),
                        announced.announced(),
                        clock.instant()));
    }

    void removePart(String id) {
        try {
            Files.deleteIfExists(spool.part(id));
        } catch (IOException e) {
            log.warn("{} stays until the next start: {}", spool.part(id), e.toString());
        }
    }
}
