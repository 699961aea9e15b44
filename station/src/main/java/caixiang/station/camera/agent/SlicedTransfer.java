package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.gphoto2.CameraFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A RAW file on its way into the spool, a slice at a time, so that a press waits for one slice and never for 25 MB. Confined
 * to the camera's thread.
 */
final class SlicedTransfer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlicedTransfer.class);

    /** What libgphoto2 itself asks a body for at a time. */
    private static final int SLICE = 1 << 20;

    /** A slice that takes longer came by a driver that fetches the whole file for each: then once is better. */
    private static final long SLICE_MILLIS_MAX = 1_500;

    private final AnnouncedObject announced;
    private final FrameReceiver receiver;
    private final CameraFiles files;
    private final String id;
    private final FileChannel part;
    private final long begunNanos = System.nanoTime();
    private long received;

    private SlicedTransfer(
            AnnouncedObject announced, FrameReceiver receiver, CameraFiles files, String id, FileChannel part) {
        this.announced = announced;
        this.receiver = receiver;
        this.files = files;
        this.id = id;
        this.part = part;
    }

    static SlicedTransfer begin(AnnouncedObject announced, FrameReceiver receiver, CameraFiles files)
            throws CameraException {
        String id = receiver.begin(announced.object());
        try {
            FileChannel part =
                    FileChannel.open(receiver.part(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new SlicedTransfer(announced, receiver, files, id, part);
        } catch (IOException e) {
            throw new CameraException(CameraFault.SPOOL_FAILED, e.toString());
        }
    }

    String id() {
        return id;
    }

    /** Brings the next slice. True when the file is whole and kept. */
    boolean step() throws CameraException {
        CardObject object = announced.object();
        long begun = System.nanoTime();
        int wanted = (int) Math.min(SLICE, object.sizeBytes() - received);
        int read = files.read(object.folder(), object.name(), received, wanted, part);
        received += read;
        if (read < wanted) {
            throw new CameraException(
                    CameraFault.DAMAGED_FRAME,
                    object.name() + ": " + received + " bytes came, the camera names " + object.sizeBytes());
        }
        boolean isSlow = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) > SLICE_MILLIS_MAX;
        if (received < object.sizeBytes() && isSlow) {
            log.info("{} comes slowly in slices and is fetched at once", object.name());
            files.download(object.folder(), object.name(), receiver.part(id));
            received = object.sizeBytes();
        }
        if (received < object.sizeBytes()) {
            return false;
        }
        receiver.keep(id, announced);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
        log.info("spooled {} ({} bytes) as {} in {} ms", object.name(), received, id, millis);
        return true;
    }

    /** What did not become whole is worthless. */
    @Override
    public void close() {
        try {
            part.close();
        } catch (IOException e) {
            log.warn("{}: {}", receiver.part(id), e.toString());
        }
        receiver.removePart(id);
    }
}
