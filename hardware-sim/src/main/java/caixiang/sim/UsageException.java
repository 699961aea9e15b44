package caixiang.sim;

/** The command line or a request cannot be understood; the message says what is allowed. */
final class UsageException extends Exception {
    UsageException(String message) {
        super(message);
    }
}
