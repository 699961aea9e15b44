package caixiang.station.camera;

import java.util.Optional;

/** What the screens show of a camera. A fault stays until the next good connection or shot. */
public record CameraStatus(State state, Optional<CameraIdentity> camera, Optional<CameraFault> fault) {

    /** {@code ABSENT} → {@code CONNECTING} → {@code READY}; any failure leads back to {@code CONNECTING} or {@code ABSENT}. */
    public enum State {
        ABSENT,
        CONNECTING,
        READY
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
