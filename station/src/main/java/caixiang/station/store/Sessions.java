package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code session}: the sessions, and the last shooting number given in each. */
public final class Sessions {
    private final Handle handle;

    public Sessions(Handle handle) {
        this.handle = handle;
    }

    /** Makes the session, or gives it its present name when it exists. True when it is new. */
    public boolean open(Session session, Instant now) {
        int renamed = handle.createUpdate("UPDATE session SET name = :name WHERE session_id = :id")
                .bind("name", session.name())
                .bind("id", session.id())
                .execute();
        if (renamed > 0) {
            return false;
        }
        // Another station may be as quick.
        int inserted = handle.createUpdate("INSERT INTO session (session_id, name, last_number, opened_at)"
                        + " VALUES (:id, :name, 0, :at) ON CONFLICT DO NOTHING")
                .bind("id", session.id())
                .bind("name", session.name())
                .bind("at", now.toEpochMilli())
                .execute();
        return inserted > 0;
    }

    /**
     * Begins a change to this session's people or sittings and gives it its place in their order. In a shared database
     * other changes wait from here until this one is committed, so that each sees what all before it have done.
     */
    public long change(String sessionId) {
        return handle.createQuery(
                        "UPDATE session SET revision = revision + 1 WHERE session_id = :id RETURNING revision")
                .bind("id", sessionId)
                .mapTo(Long.class)
                .one();
    }

    /** The revision of the change under way, or of the last one. */
    public long revision(String sessionId) {
        return handle.createQuery("SELECT revision FROM session WHERE session_id = :id")
                .bind("id", sessionId)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Gives out the next shooting number; while the station is offline, the next of its reserve. A rollback gives it back,
     * so that the main series has no gaps.
     *
     * @throws StoreException with fault {@code NO_NUMBERS} when the reserve is used up
     */
    public int nextNumber(String sessionId) throws StoreException {
        if (new SyncState(handle).isOffline()) {
            return new Reserve(handle, sessionId).take();
        }
        return handle.createQuery("UPDATE session SET last_number = last_number + 1 WHERE session_id = :id"
                        + " RETURNING last_number")
                .bind("id", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    /** The last number that was given out of the main series. */
    public int lastNumber(String sessionId) {
        return handle.createQuery("SELECT last_number FROM session WHERE session_id = :id")
                .bind("id", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    /** The session that was open at a moment: the one opened last before it. */
    public Optional<String> at(Instant moment) {
        return handle.createQuery(
                        "SELECT session_id FROM session WHERE opened_at <= :at ORDER BY opened_at DESC LIMIT 1")
                .bind("at", moment.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    /** Makes sure that the next number given is above this one; for rebuilding from the archive. */
    public void raiseNumber(String sessionId, int number) {
        handle.createUpdate("UPDATE session SET last_number = :number WHERE session_id = :id AND last_number < :number")
                .bind("number", number)
                .bind("id", sessionId)
                .execute();
    }

    public boolean exists(String sessionId) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM session WHERE session_id = :id)")
                .bind("id", sessionId)
                .mapTo(Boolean.class)
                .one();
    }
}
