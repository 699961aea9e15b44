package caixiang.station.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Copies a session's people and sittings from the shared database into a station's own: {@link #since} there,
 * {@link #apply} here. Applying the same changes twice, or older ones after newer ones, does no harm.
 */
public final class SessionCopy {
    private static final List<String> PERSON = List.of(
            "person_id",
            "session_id",
            "student_number",
            "name",
            "college",
            "class_name",
            "id_encrypted",
            "id_lookup",
            "revision");
    private static final List<String> SITTING = List.of(
            "session_id",
            "number",
            "person_id",
            "request_id",
            "status",
            "checked_in_at",
            "called_at",
            "ended_at",
            "station",
            "given_back",
            "second_of",
            "revision");

    private final Handle handle;
    private final String sessionId;

    public SessionCopy(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    /** In the shared database: everything above a revision. */
    public SessionChanges since(long revision, String station) {
        var sessions = new Sessions(handle);
        return new SessionChanges(
                revision,
                sessions.revision(sessionId),
                sessions.lastNumber(sessionId),
                rows("person", PERSON, revision),
                rows("sitting", SITTING, revision),
                new RosterImports(handle).lastWithTime(sessionId),
                new QueueEntries(handle, sessionId).since(revision, station));
    }

    private List<Map<String, Object>> rows(String table, List<String> columns, long revision) {
        return handle.createQuery("SELECT " + String.join(", ", columns) + " FROM " + table
                        + " WHERE session_id = :session AND revision > :revision")
                .bind("session", sessionId)
                .bind("revision", revision)
                .mapToMap()
                .list();
    }

    /** In the station's own database: up to which revision it has this session; empty if it does not share it. */
    public OptionalLong revision() {
        return handle.createQuery("SELECT revision FROM copied_session WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** In the station's own database: the site this session is shared with. */
    public Optional<String> siteId() {
        return handle.createQuery("SELECT site_id FROM copied_session WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(String.class)
                .findOne();
    }

    /** In the station's own database: from now on this session is copied from that site. */
    public void begin(String siteId) {
        handle.createUpdate("INSERT INTO copied_session (session_id, site_id, revision) VALUES (:session, :site, 0)")
                .bind("session", sessionId)
                .bind("site", siteId)
                .execute();
    }

    /**
     * In the station's own database: writes what is newer than what is there, and the journal entries that came with it.
     * True when anything was. While the station is offline nothing is: first what it did alone has to be merged.
     *
     * @param now ends the turn of somebody whom the site has given to another station
     */
    public boolean apply(SessionChanges changes, Instant now) {
        long known = revision().orElseThrow();
        if (changes.upTo() <= known || new SyncState(handle).isOffline()) {
            return false;
        }
        new Sessions(handle).raiseNumber(sessionId, changes.lastNumber());
        savePeople(changes.people());
        saveSittings(changes.sittings(), now);
        changes.roster().ifPresent(last -> new RosterImports(handle).save(sessionId, last.row(), last.at()));
        Journal journal = new Journal(handle);
        changes.entries().stream()
                .filter(entry -> entry.revision() > known)
                .forEach(entry -> journal.append(entry.entry()));
        handle.createUpdate("UPDATE copied_session SET revision = :revision WHERE session_id = :session")
                .bind("revision", changes.upTo())
                .bind("session", sessionId)
                .execute();
        return true;
    }

    private void savePeople(List<Map<String, Object>> people) {
        // Two people may have exchanged their identity numbers, and no two rows may hold the same.
        batch("UPDATE person SET id_lookup = NULL WHERE person_id = :person_id AND revision < :revision", people);
        batch(upsert("person", PERSON, "person_id"), people);
    }

    /** Those that are current come last: a station's former person has to be done before. */
    private void saveSittings(List<Map<String, Object>> sittings, Instant now) {
        keepTurns(sittings, now);
        // First, for only one number of a person may be the one that counts, and a request is answered with one number.
        batch(
                "UPDATE sitting SET second_of = :second_of, request_id = :request_id WHERE session_id = :session_id"
                        + " AND number = :number AND person_id = :person_id AND revision < :revision",
                sittings.stream().filter(row -> row.get("second_of") != null).toList());
        List<Map<String, Object>> ordered = new ArrayList<>(sittings);
        ordered.sort(Comparator.comparing(row -> "current".equals(row.get("status"))));
        // A number that belongs to somebody else here is left as it is; the merge has listed it.
        batch(
                upsert("sitting", SITTING, "session_id, number") + " AND sitting.person_id = excluded.person_id",
                ordered);
    }

    /** A turn that was held here must not vanish: a late frame would seem to be the neighbour's. */
    private void keepTurns(List<Map<String, Object>> sittings, Instant now) {
        if (sittings.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO past_turn (session_id, number, station, called_at, ended_at)"
                        + " SELECT session_id, number, station, called_at, COALESCE(ended_at, :now) FROM sitting"
                        + " WHERE session_id = :session AND number = :number AND revision < :revision"
                        + " AND station IS NOT NULL AND called_at IS NOT NULL"
                        + " AND (:called IS NULL OR station <> :station OR called_at <> :called) ON CONFLICT DO NOTHING");
        for (Map<String, Object> row : sittings) {
            batch.bind("now", now.toEpochMilli())
                    .bind("session", sessionId)
                    .bind("number", row.get("number"))
                    .bind("revision", row.get("revision"))
                    .bind("called", row.get("called_at"))
                    .bind("station", row.get("station"))
                    .add();
        }
        batch.execute();
    }

    private void batch(String sql, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        rows.forEach(row -> batch.bindMap(row).add());
        batch.execute();
    }

    private static String upsert(String table, List<String> columns, String key) {
        String values =
                String.join(", ", columns.stream().map(column -> ":" + column).toList());
        String changes = String.join(
                ", ",
                columns.stream().map(column -> column + " = excluded." + column).toList());
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + values + ") ON CONFLICT ("
                + key + ") DO UPDATE SET " + changes + " WHERE " + table + ".revision < excluded.revision";
    }
}
