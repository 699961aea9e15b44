package caixiang.sim.rehearsal.link;

/** The rehearsal could not go on with this person or at all; the message says what was attempted and what came back. */
public final class RehearsalException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    public RehearsalException(String message) {
        super(message);
        this.code = "";
    }

    private RehearsalException(String message, String code) {
        super(message);
        this.code = code;
    }

    /** The other side answered, and refused with this code of its own. */
    static RehearsalException refused(String message, String code) {
        return new RehearsalException(message, code);
    }

    public RehearsalException(String message, Throwable cause) {
        super(message, cause);
        this.code = "";
    }

    /** The other side's code for its refusal; empty when there was no answer. */
    public String code() {
        return code;
    }

    /** Whether the other side has answered at all. */
    public boolean isAnswered() {
        return !code.isEmpty();
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
