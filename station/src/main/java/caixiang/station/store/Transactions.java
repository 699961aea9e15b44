package caixiang.station.store;

/** Runs work as one transaction at once, on the owner thread. */
public interface Transactions {
    /**
     * Runs the work and commits it.
     *
     * @throws StoreException if the database fails; an exception of the work itself passes through, rolled back
     */
    <T> T commit(Work<T> work) throws Exception;
}
