package caixiang.station.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What the tests of every table work on: a new database each time, with session {@link #DAY} in it. */
interface StoreContract {
    String DAY = "day";
    Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");

    Transactor database();

    /** For what gives nothing back. */
    interface Change {
        void make(Handle handle) throws Exception;
    }

    default <T> T write(Work<T> work) throws StoreException {
        return Waiting.forResult(database().write(work));
    }

    default <T> T read(Work<T> work) throws StoreException {
        return Waiting.forResult(database().read(work));
    }

    default void change(Change change) throws StoreException {
        write(handle -> {
            change.make(handle);
            return true;
        });
    }

    /** What each database begins with. */
    static void openSession(Transactor database) throws StoreException {
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(new Session(DAY, "Day"), NOW)));
    }
}
