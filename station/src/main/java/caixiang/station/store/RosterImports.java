package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code roster_import}: the last roster taken into each session. */
public final class RosterImports {
    private final Handle handle;

    public RosterImports(Handle handle) {
        this.handle = handle;
    }

    /** What was taken. */
    public record Row(int imported, String encoding) {}

    public void save(String sessionId, Row row, Instant now) {
        handle.createUpdate("INSERT INTO roster_import (session_id, imported, encoding, imported_at)"
                        + " VALUES (:session, :imported, :encoding, :at) ON CONFLICT (session_id)"
                        + " DO UPDATE SET imported = :imported, encoding = :encoding, imported_at = :at")
                .bind("session", sessionId)
                .bind("imported", row.imported())
                .bind("encoding", row.encoding())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    public Optional<Row> last(String sessionId) {
        return handle.createQuery("SELECT imported, encoding FROM roster_import WHERE session_id = :session")
                .bind("session", sessionId)
                .map((rs, ctx) -> new Row(rs.getInt("imported"), rs.getString("encoding")))
                .findOne();
    }

    Optional<SessionChanges.LastRoster> lastWithTime(String sessionId) {
        return handle.createQuery(
                        "SELECT imported, encoding, imported_at FROM roster_import WHERE session_id = :session")
                .bind("session", sessionId)
                .map((rs, ctx) -> new SessionChanges.LastRoster(
                        new Row(rs.getInt("imported"), rs.getString("encoding")), Columns.time(rs, "imported_at")))
                .findOne();
    }
}
