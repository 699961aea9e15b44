package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code closed_day}: a row for each session that is closed now. */
public final class ClosedDays {
    private final Handle handle;

    public ClosedDays(Handle handle) {
        this.handle = handle;
    }

    /**
     * That a session is closed.
     *
     * @param sequence of the journal's row that says so
     * @param hash of that row; on paper it proves later that the journal was not shortened
     */
    public record Closing(Instant at, String by, long sequence, String hash) {}

    public Optional<Closing> find(String sessionId) {
        return handle.createQuery("SELECT closed_at, closed_by, journal_sequence, journal_hash FROM closed_day"
                        + " WHERE session_id = :session")
                .bind("session", sessionId)
                .map((rs, ctx) -> new Closing(
                        Columns.time(rs, "closed_at"),
                        rs.getString("closed_by"),
                        rs.getLong("journal_sequence"),
                        rs.getString("journal_hash")))
                .findOne();
    }

    public boolean isClosed(String sessionId) {
        return find(sessionId).isPresent();
    }

    public void close(String sessionId, Closing closing) {
        handle.createUpdate("INSERT INTO closed_day (session_id, closed_at, closed_by, journal_sequence, journal_hash)"
                        + " VALUES (:session, :at, :by, :sequence, :hash)")
                .bind("session", sessionId)
                .bind("at", closing.at().toEpochMilli())
                .bind("by", closing.by())
                .bind("sequence", closing.sequence())
                .bind("hash", closing.hash())
                .execute();
    }

    public void reopen(String sessionId) {
        handle.createUpdate("DELETE FROM closed_day WHERE session_id = :session")
                .bind("session", sessionId)
                .execute();
    }
}
