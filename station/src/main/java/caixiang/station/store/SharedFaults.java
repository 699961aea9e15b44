package caixiang.station.store;

import caixiang.station.store.StoreException.Fault;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the shared database's failures mean; by SQLSTATE (PostgreSQL documentation, appendix A). */
final class SharedFaults {
    private static final String CONNECTION_CLASS = "08";
    /** Shut down by the administrator, crashed, not ready yet; ended because idle within a transaction. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "25P03");

    private static final Set<String> SERIALISATION = Set.of("40001", "40P01");
    /** A lock or a statement took too long; too many connections. */
    private static final Set<String> BUSY = Set.of("55P03", "57014", "53300");

    private static final String DISK_FULL = "53100";

    private SharedFaults() {}

    static StoreException explain(Throwable failure, SharedAddress address) {
        SQLException sql = deepest(failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        String message = sql == null ? String.valueOf(failure.getMessage()) : sql.getMessage();
        if (state.startsWith(CONNECTION_CLASS) || GONE.contains(state) || isPoolTimeout(sql, state)) {
            return new StoreException(Fault.UNREACHABLE, unreachable(address) + ": " + message, failure);
        }
        if (state.equals(DISK_FULL)) {
            return new StoreException(Fault.DISK_FULL, "the disk of the site's database is full", failure);
        }
        Fault fault = BUSY.contains(state) ? Fault.OVERLOADED : Fault.FAILED;
        return new StoreException(fault, "the site's database (" + address + ") failed: " + message, failure);
    }

    static StoreException late(SharedAddress address) {
        return new StoreException(
                Fault.UNREACHABLE,
                unreachable(address) + ": no answer within " + SharedDatabase.ANSWER_MAX.toSeconds() + " s");
    }

    /** The server rolled it back to let another transaction pass; the same work may be tried again. */
    static boolean isGivenUpForAnother(Throwable failure) {
        SQLException sql = deepest(failure);
        return sql != null && sql.getSQLState() != null && SERIALISATION.contains(sql.getSQLState());
    }

    private static String unreachable(SharedAddress address) {
        return "the site's database (" + address + ") cannot be reached; check the network and that server";
    }

    private static boolean isPoolTimeout(@Nullable SQLException sql, String state) {
        return sql instanceof SQLTransientConnectionException && state.isEmpty();
    }

    /** The pool and JDBI wrap what the driver threw. */
    private static @Nullable SQLException deepest(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
