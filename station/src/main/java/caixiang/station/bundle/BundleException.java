package caixiang.station.bundle;

/** A bundle cannot be made or taken in. The message says why and what to do; nothing has been changed. */
public final class BundleException extends Exception {
    private static final long serialVersionUID = 1L;

    BundleException(String message) {
        super(message);
    }

    BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
