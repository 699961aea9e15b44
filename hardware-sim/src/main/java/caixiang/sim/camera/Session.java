package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraBody;

/** The PTP session, of which there is one at a time. Confined to the thread of the command connection. */
final class Session {
    private final CameraBody body;
    private int id;

    Session(CameraBody body) {
        this.body = body;
    }

    boolean isOpen() {
        return id != 0;
    }

    int id() {
        return id;
    }

    /** @param newId not 0 */
    void open(int newId) {
        id = newId;
        body.beginSession();
    }

    void close() {
        if (isOpen()) {
            id = 0;
            body.endSession();
        }
    }
}
