package caixiang.station.capture;

import caixiang.station.camera.CameraFault;

/** What a camera's fault means for a shot. */
final class Faults {
    private Faults() {}

    /** Whether a frame may come all the same. If not, the camera has said that it did not expose. */
    static boolean mayHaveExposed(CameraFault fault) {
        return switch (fault) {
            case DISCONNECTED, TIMED_OUT, AGENT_LOST, DAMAGED_FRAME, SPOOL_FAILED, UNKNOWN -> true;
            case NOT_FOUND,
                    IN_USE,
                    BUSY,
                    OUT_OF_FOCUS,
                    CARD_FULL,
                    NO_CARD,
                    BATTERY_EMPTY,
                    UNSUPPORTED -> false;
        };
    }
}
