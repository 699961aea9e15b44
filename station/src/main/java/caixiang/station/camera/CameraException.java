package caixiang.station.camera;

/** The camera, or the way to it, failed. The fault is for the operator, the message for the log. */
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CameraFault fault;

    public CameraException(CameraFault fault, String message) {
        super(fault + ": " + message);
        this.fault = fault;
    }

    public CameraFault fault() {
        return fault;
    }
}
