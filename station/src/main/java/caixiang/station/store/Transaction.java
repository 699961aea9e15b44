package caixiang.station.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begin, work, commit; and roll back whatever did not get that far. */
final class Transaction {
    private static final Logger log = LoggerFactory.getLogger(Transaction.class);

    private Transaction() {}

    @SuppressWarnings("ThrowsException") // As in Work: its failures pass through unchanged.
    static <T> T run(Handle handle, Work<T> work) throws Exception {
        boolean isCommitted = false;
        try {
            handle.begin();
            T result = work.run(handle);
            handle.commit();
            isCommitted = true;
            return result;
        } finally {
            if (!isCommitted) {
                rollBack(handle);
            }
        }
    }

    /** On a broken connection this fails too; what the work failed with says more. */
    private static void rollBack(Handle handle) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException e) {
            log.debug("not rolled back, the connection is gone", e);
        }
    }
}
