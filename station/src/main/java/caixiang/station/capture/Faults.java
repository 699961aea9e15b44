package caixiang.station.capture;

import caixiang.station.archive.ArchiveException;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.store.StoreException;
import java.util.concurrent.CompletionException;

/** What failures mean for a shot. */
final class Faults {
    private Faults() {}

    /** Whether a frame may come all the same. If not, the camera has said that it did not expose. */
    static boolean mayHaveExposed(CameraFault fault) {
        return switch (fault) {
            case DISCONNECTED, TIMED_OUT, AGENT_LOST, DAMAGED_FRAME, SPOOL_FAILED, NO_JPEG, UNKNOWN -> true;
            case NOT_FOUND, IN_USE, BUSY, OUT_OF_FOCUS, CARD_FULL, NO_CARD, BATTERY_EMPTY, UNSUPPORTED -> false;
        };
    }

    /** The camera's fault behind the failure of a stage. */
    static CameraFault ofCamera(Throwable failure) {
        return cause(failure) instanceof CameraException known ? known.fault() : CameraFault.UNKNOWN;
    }

    /** Why the station could not record or file something. */
    static RefusalCode ofStation(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof ArchiveException archive) {
            return archive.isDiskFull() ? RefusalCode.DISK_FULL : RefusalCode.STORE_FAILED;
        }
        if (cause instanceof StoreException store) {
            return switch (store.fault()) {
                case DISK_FULL -> RefusalCode.DISK_FULL;
                case STOPPED -> RefusalCode.STOPPING;
                case OVERLOADED, UNREACHABLE, NO_NUMBERS, FAILED -> RefusalCode.STORE_FAILED;
            };
        }
        return RefusalCode.STORE_FAILED;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
