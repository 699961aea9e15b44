package caixiang.station.camera;

/** The camera, or the way to it, failed. The fault is for the operator, the message for the log. */
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CameraFault fault;
    private final String message;

    public CameraException(CameraFault fault, String message) {
        this.fault = fault;
        this.message = fault + ": " + message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public CameraFault fault() {
        return fault;
    }
}
