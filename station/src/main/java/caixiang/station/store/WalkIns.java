package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code walk_in}: which people were added at the desk, why, and by whom. */
public final class WalkIns {
    private final Handle handle;

    public WalkIns(Handle handle) {
        this.handle = handle;
    }

    /** Why somebody was added, by which request. */
    public record Row(String personId, String requestId, String reason, String by, Instant at) {}

    public void insert(String sessionId, Row row) {
        handle.createUpdate("INSERT INTO walk_in (person_id, session_id, request_id, reason, added_by, added_at)"
                        + " VALUES (:person, :session, :request, :reason, :by, :at)")
                .bind("person", row.personId())
                .bind("session", sessionId)
                .bind("request", row.requestId())
                .bind("reason", row.reason())
                .bind("by", row.by())
                .bind("at", row.at().toEpochMilli())
                .execute();
    }

    /** Whom a request has added. */
    public Optional<PersonRow> ofRequest(String sessionId, String requestId) {
        return handle.createQuery("SELECT " + People.COLUMNS + " FROM walk_in"
                        + " JOIN person ON person.person_id = walk_in.person_id"
                        + " WHERE walk_in.session_id = :session AND walk_in.request_id = :request")
                .bind("session", sessionId)
                .bind("request", requestId)
                .map((rs, ctx) -> People.map(rs))
                .findOne();
    }
}
