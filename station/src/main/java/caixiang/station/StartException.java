package caixiang.station;

import java.nio.file.FileSystemException;

/** The station cannot start. The message is one line that says what to do; the log has the rest. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    private StartException(String message, Throwable cause) {
        super(message, cause);
    }

    static StartException of(Exception cause) {
        // A FileSystemException's message is often the bare path; its type says what is wrong with it.
        String message = cause instanceof FileSystemException
                ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "; check that the folder can be written"
                : String.valueOf(cause.getMessage());
        return new StartException(message, cause);
    }
}
