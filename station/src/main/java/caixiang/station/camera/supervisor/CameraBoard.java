package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CameraStatus.State;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The camera's status and the one who is told of it. Written by the camera's thread only, read by any. */
final class CameraBoard {
    private static final Logger log = LoggerFactory.getLogger(CameraBoard.class);

    private volatile CameraStatus status = new CameraStatus(State.ABSENT, Optional.empty(), Optional.empty());
    private volatile @Nullable CameraListener listener;

    void report(CameraListener to) {
        if (listener != null) {
            throw new IllegalStateException("started twice");
        }
        listener = to;
    }

    CameraStatus status() {
        return status;
    }

    /** Tells the listener. Its failure must not end the supervision of the camera. */
    void tell(Consumer<CameraListener> news) {
        CameraListener known = listener;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        try {
            news.accept(known);
        } catch (RuntimeException e) {
            log.error("the camera's listener failed", e);
        }
    }

    /** A connection begins; the fault before it stays visible until it succeeds. */
    void connecting() {
        show(new CameraStatus(State.CONNECTING, status.camera(), status.fault()));
    }

    void connectingTo(CameraIdentity camera) {
        show(new CameraStatus(State.CONNECTING, Optional.of(camera), status.fault()));
    }

    void ready() {
        show(new CameraStatus(State.READY, status.camera(), Optional.empty()));
    }

    /** No camera answers. */
    void absent(CameraFault fault) {
        show(new CameraStatus(State.ABSENT, Optional.empty(), Optional.of(fault)));
    }

    /** The connection ended; the next attempt is on its way. */
    void lost(Optional<CameraFault> fault) {
        show(new CameraStatus(State.CONNECTING, status.camera(), fault));
    }

    /** A shot failed on a camera that goes on working. */
    void fault(CameraFault fault) {
        show(new CameraStatus(status.state(), status.camera(), Optional.of(fault)));
    }

    /** A shot succeeded. */
    void noFault() {
        show(new CameraStatus(status.state(), status.camera(), Optional.empty()));
    }

    private void show(CameraStatus next) {
        if (!next.equals(status)) {
            status = next;
            tell(known -> known.statusChanged(next));
        }
    }
}
