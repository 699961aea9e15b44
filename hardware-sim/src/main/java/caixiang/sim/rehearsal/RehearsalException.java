package caixiang.sim.rehearsal;

/** The rehearsal could not go on with this person or at all; the message says what was attempted and what came back. */
public final class RehearsalException extends Exception {
    private static final long serialVersionUID = 1;

    RehearsalException(String message) {
        super(message);
    }

    RehearsalException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
