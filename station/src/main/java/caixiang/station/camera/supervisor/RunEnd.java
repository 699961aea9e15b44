package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraFault;
import java.util.Optional;

/**
 * How a run of the agent ended.
 *
 * @param fault empty when the agent only wants to start afresh
 * @param ordersEndWith what becomes of orders that were given to it and not answered
 */
record RunEnd(Optional<CameraFault> fault, CameraFault ordersEndWith, String message) {
    /** By itself: it has answered what it had begun, the rest never reached the camera. */
    static RunEnd left(Optional<CameraFault> fault, String message) {
        return new RunEnd(fault, CameraFault.DISCONNECTED, message);
    }

    /** Without a word; an order may have reached the camera. */
    static RunEnd lost(String message) {
        return new RunEnd(Optional.of(CameraFault.AGENT_LOST), CameraFault.AGENT_LOST, message);
    }
}
