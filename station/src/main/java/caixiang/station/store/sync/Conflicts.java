package caixiang.station.store.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Table {@code conflict}: what somebody must look at. Written in the site's database, copied to every station's own. */
public final class Conflicts {
    private static final String COLUMNS =
            "conflict_id, kind, number, other_number, person_id, station, other_station, found_at, settled_at, settled_by,"
                    + " note, people, revision";
    private static final int LISTED_MAX = 500;

    private final Handle handle;
    private final String sessionId;

    public Conflicts(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    /**
     * A conflict.
     *
     * @param number the number at the station that found it
     * @param people how many it is about; empty where it is about a number or a person
     * @param settled empty while it is open
     */
    public record Row(
            String id,
            String kind,
            OptionalInt number,
            OptionalInt otherNumber,
            Optional<String> personId,
            OptionalInt people,
            String station,
            Optional<String> otherStation,
            Instant found,
            Optional<Settlement> settled) {}

    /** Somebody's word. */
    public record Settlement(Instant at, String by, String note) {}

    private record Stamped(Row row, long revision) {}

    /** Changes copied from the site. */
    public record Changes(List<Row> rows, List<Long> revisions) {}

    /** In the site's database. The same conflict found again changes nothing. */
    public void list(Row row, long revision) {
        save(row, revision, "DO NOTHING");
    }

    /** In the site's database. True when it was open. */
    public boolean settle(String id, Settlement settlement, long revision) {
        return handle.createUpdate("UPDATE conflict SET settled_at = :at, settled_by = :by, note = :note,"
                                + " revision = :revision WHERE conflict_id = :id AND settled_at IS NULL")
                        .bind("at", settlement.at().toEpochMilli())
                        .bind("by", settlement.by())
                        .bind("note", settlement.note())
                        .bind("revision", revision)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    public Optional<Row> find(String id) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM conflict WHERE conflict_id = :id AND session_id = :session")
                .bind("id", id)
                .bind("session", sessionId)
                .map((rs, ctx) -> stamped(rs).row())
                .findOne();
    }

    /** Open ones first, then by when they were found; at most 500. */
    public List<Row> all() {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM conflict WHERE session_id = :session"
                                + " ORDER BY CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END, found_at, conflict_id LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", LISTED_MAX)
                .map((rs, ctx) -> stamped(rs).row())
                .list();
    }

    public int open() {
        return handle.createQuery("SELECT count(*) FROM conflict WHERE session_id = :session AND settled_at IS NULL")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    /** In the station's own database: up to where it has copied them. */
    public long copied() {
        return handle.createQuery("SELECT COALESCE(MAX(revision), 0) FROM conflict WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(Long.class)
                .one();
    }

    /** In the site's database. */
    public Changes since(long revision) {
        List<Stamped> rows = handle.createQuery("SELECT " + COLUMNS
                        + " FROM conflict WHERE session_id = :session AND revision > :revision ORDER BY revision")
                .bind("session", sessionId)
                .bind("revision", revision)
                .map((rs, ctx) -> stamped(rs))
                .list();
        return new Changes(
                rows.stream().map(Stamped::row).toList(),
                rows.stream().map(Stamped::revision).toList());
    }

    /** In the station's own database. */
    public void apply(Changes changes) {
        for (int i = 0; i < changes.rows().size(); i++) {
            save(
                    changes.rows().get(i),
                    changes.revisions().get(i),
                    "DO UPDATE SET settled_at = excluded.settled_at, settled_by = excluded.settled_by,"
                            + " note = excluded.note, revision = excluded.revision");
        }
    }

    private void save(Row row, long revision, String whenKnown) {
        Optional<Settlement> settled = row.settled();
        handle.createUpdate("INSERT INTO conflict (session_id, " + COLUMNS + ") VALUES (:session, :id, :kind, :number,"
                        + " :otherNumber, :person, :station, :otherStation, :found, :settledAt, :settledBy, :note,"
                        + " :people, :revision) ON CONFLICT (conflict_id) " + whenKnown)
                .bind("session", sessionId)
                .bind("id", row.id())
                .bind("kind", row.kind())
                .bind("number", row.number().isPresent() ? row.number().getAsInt() : null)
                .bind(
                        "otherNumber",
                        row.otherNumber().isPresent() ? row.otherNumber().getAsInt() : null)
                .bind("person", row.personId().orElse(null))
                .bind("people", row.people().isPresent() ? row.people().getAsInt() : null)
                .bind("station", row.station())
                .bind("otherStation", row.otherStation().orElse(null))
                .bind("found", row.found().toEpochMilli())
                .bind("settledAt", settled.map(s -> s.at().toEpochMilli()).orElse(null))
                .bind("settledBy", settled.map(Settlement::by).orElse(null))
                .bind("note", settled.map(Settlement::note).orElse(null))
                .bind("revision", revision)
                .execute();
    }

    private static Stamped stamped(ResultSet rs) throws SQLException {
        long settledAt = rs.getLong("settled_at");
        Optional<Settlement> settled = rs.wasNull()
                ? Optional.empty()
                : Optional.of(new Settlement(
                        Instant.ofEpochMilli(settledAt), rs.getString("settled_by"), rs.getString("note")));
        return new Stamped(
                new Row(
                        rs.getString("conflict_id"),
                        rs.getString("kind"),
                        number(rs, "number"),
                        number(rs, "other_number"),
                        Optional.ofNullable(rs.getString("person_id")),
                        number(rs, "people"),
                        rs.getString("station"),
                        Optional.ofNullable(rs.getString("other_station")),
                        Instant.ofEpochMilli(rs.getLong("found_at")),
                        settled),
                rs.getLong("revision"));
    }

    private static OptionalInt number(ResultSet rs, String column) throws SQLException {
        int value = rs.getInt(column);
        return rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
