package caixiang.station.capture.tray;

/** Frames cannot be moved as asked; nothing has been changed. */
public final class MoveException extends Exception {
    private static final long serialVersionUID = 1L;

    private final MoveRefusal refusal;

    MoveException(MoveRefusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public MoveRefusal refusal() {
        return refusal;
    }
}
