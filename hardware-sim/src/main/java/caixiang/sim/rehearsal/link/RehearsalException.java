package caixiang.sim.rehearsal.link;

/** The rehearsal could not go on with this person or at all; the message says what was attempted and what came back. */
public final class RehearsalException extends Exception {
    private static final long serialVersionUID = 1;

    public RehearsalException(String message) {
        super(message);
    }

    public RehearsalException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
