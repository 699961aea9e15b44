package caixiang.station;

/** The station cannot start. The message is one line that says what to do; the log has the rest. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
