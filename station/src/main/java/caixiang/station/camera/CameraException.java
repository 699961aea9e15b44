package caixiang.station.camera;

/** The camera, or the way to it, failed. The fault is for the operator, the message for the log. */
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CameraFault fault;
    private final String detail;

    public CameraException(CameraFault fault, String detail) {
        this.fault = fault;
        this.detail = detail;
    }

    @Override
    public String getMessage() {
        return fault + ": " + detail;
    }

    /** The message without the fault. */
    public String detail() {
        return detail;
    }

    public CameraFault fault() {
        return fault;
    }
}
