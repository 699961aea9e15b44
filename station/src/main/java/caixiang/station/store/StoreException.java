package caixiang.station.store;

/**
 * The database could not do what was asked. Nothing of the transaction has happened, except that with
 * {@link Fault#UNREACHABLE} nobody knows.
 */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the operator can do something about. */
    public enum Fault {
        DISK_FULL,
        /** Too much is waiting already; ask again. */
        OVERLOADED,
        STOPPED,
        /** The site's database did not answer; what was under way may have been committed or not. */
        UNREACHABLE,
        /** This station is offline and has given out every number of its reserve. */
        NO_NUMBERS,
        FAILED
    }

    private final Fault fault;

    public StoreException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public StoreException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
