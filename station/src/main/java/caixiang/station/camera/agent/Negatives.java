package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.gphoto2.CameraFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RAW files still to be brought in, a slice at a time. They come after every JPEG and only while no picture is
 * expected: nobody waits for a RAW. Confined to the camera's thread.
 */
final class Negatives {
    private static final Logger log = LoggerFactory.getLogger(Negatives.class);
    private static final int WAITING_MAX = 256;

    private final CameraFiles files;
    private final FrameReceiver receiver;
    private final StationLink link;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Optional<SlicedTransfer> running = Optional.empty();

    Negatives(CameraFiles files, FrameReceiver receiver, StationLink link) {
        this.files = files;
        this.receiver = receiver;
        this.link = link;
    }

    /** @param isOrdered the station asked for it; otherwise the camera announced it */
    private record Waiting(AnnouncedObject announced, boolean isOrdered) {
        CardObject object() {
            return announced.object();
        }
    }

    /** Takes it in, or says why not. */
    void add(AnnouncedObject announced, boolean isOrdered) {
        Waiting next = new Waiting(announced, isOrdered);
        if (waiting.size() < WAITING_MAX) {
            waiting.add(next);
        } else {
            tell(next, CameraFault.BUSY, "too many pictures at once");
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Brings in a slice of the first. A failure is told and the next one tried; only a lost camera is thrown.
     *
     * @return true when a file became whole with it
     */
    boolean step() throws CameraException {
        Waiting first = waiting.element();
        try {
            SlicedTransfer transfer =
                    running.isPresent() ? running.get() : SlicedTransfer.begin(first.announced, receiver, files);
            running = Optional.of(transfer);
            if (!transfer.step()) {
                return false;
            }
            end();
            link.send(new AgentMessage.Spooled(transfer.id()));
            if (first.isOrdered) {
                link.send(new AgentMessage.Fetched(first.object()));
            }
            return true;
        } catch (CameraException e) {
            log.warn("not brought in: {}", e.getMessage());
            end();
            tell(first, e.fault(), e.detail());
            if (e.fault() == CameraFault.DISCONNECTED) {
                throw e;
            }
            return false;
        }
    }

    private void end() {
        running.ifPresent(SlicedTransfer::close);
        running = Optional.empty();
        waiting.remove();
    }

    private void tell(Waiting failed, CameraFault fault, String message) {
        link.send(
                failed.isOrdered
                        ? new AgentMessage.FetchFailed(failed.object(), fault, message)
                        : new AgentMessage.TransferFailed(failed.object(), fault, message));
    }
}
