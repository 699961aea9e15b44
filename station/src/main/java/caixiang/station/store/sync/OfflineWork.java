package caixiang.station.store.sync;

import caixiang.station.sitting.SittingStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** In a station's own database: what it changed in the queue while offline. Triggers keep the list. */
public final class OfflineWork {
    private final Handle own;
    private final String sessionId;

    public OfflineWork(Handle own, String sessionId) {
        this.own = own;
        this.sessionId = sessionId;
    }

    /**
     * A number as this station left it.
     *
     * @param changes how often it was changed; tells a change that came while it was being merged
     */
    public record Sitting(
            int number,
            String personId,
            String requestId,
            SittingStatus status,
            Optional<String> station,
            Times times,
            long changes) {}

    /** Epoch milliseconds of this station's clock; notes, never compared with another's. */
    public record Times(
            long checkedIn, @Nullable Long called, @Nullable Long ended) {}

    /** Those that end a turn first, those that begin one last: a station has one current person at any moment. */
    public List<Sitting> sittings(int limit) {
        return own.createQuery(
                        "SELECT sitting.number, person_id, request_id, status, station, checked_in_at, called_at,"
                                + " ended_at, changes FROM offline_sitting JOIN sitting USING (session_id, number)"
                                + " WHERE session_id = :session ORDER BY CASE status WHEN 'done' THEN 0 WHEN 'waiting' THEN 1"
                                + " ELSE 2 END, sitting.number LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", limit)
                .map((rs, ctx) -> sitting(rs))
                .list();
    }

    /** The session with work to merge that was begun first; a station may come back on another day. */
    public static Optional<String> oldestSession(Handle own) {
        return own.createQuery(
                        "SELECT session_id FROM session WHERE session_id IN (SELECT session_id FROM offline_sitting"
                                + " UNION SELECT session_id FROM person JOIN offline_person USING (person_id))"
                                + " ORDER BY opened_at LIMIT 1")
                .mapTo(String.class)
                .findOne();
    }

    /** People whose numbers were changed, or whose frames wait to go out; a frame in the tray counts as somebody, too. */
    public int touched() {
        return own.createQuery("SELECT count(*) FROM (SELECT 'n' || number FROM offline_sitting"
                        + " WHERE session_id = :session UNION SELECT COALESCE('n' || number, frame_id) FROM frame"
                        + " JOIN outbox ON row_key = frame_id WHERE table_name = 'frame' AND session_id = :session)")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    /** Everybody entered at this station's desk while offline. */
    public List<String> people() {
        return own.createQuery("SELECT person_id FROM offline_person JOIN person USING (person_id)"
                        + " WHERE session_id = :session ORDER BY person_id")
                .bind("session", sessionId)
                .mapTo(String.class)
                .list();
    }

    /** What has been merged is off the list, but not a number that was changed since. */
    public void merged(List<Sitting> sittings, List<String> people) {
        var numbers = own.prepareBatch("DELETE FROM offline_sitting WHERE session_id = :session AND number = :number"
                + " AND changes = :changes");
        sittings.forEach(sitting -> numbers.bind("session", sessionId)
                .bind("number", sitting.number())
                .bind("changes", sitting.changes())
                .add());
        numbers.execute();
        var persons = own.prepareBatch("DELETE FROM offline_person WHERE person_id = :person");
        people.forEach(person -> persons.bind("person", person).add());
        persons.execute();
    }

    /** Somebody entered here turned out to be a person the site knew already. */
    public void becomes(String personId, String siteId) {
        own.execute("PRAGMA defer_foreign_keys = ON");
        for (String table : List.of("sitting", "person")) {
            own.createUpdate("UPDATE " + table + " SET person_id = :site WHERE person_id = :own")
                    .bind("site", siteId)
                    .bind("own", personId)
                    .execute();
        }
    }

    private static Sitting sitting(ResultSet rs) throws SQLException {
        return new Sitting(
                rs.getInt("number"),
                rs.getString("person_id"),
                rs.getString("request_id"),
                SittingStatus.ofCode(rs.getString("status")),
                Optional.ofNullable(rs.getString("station")),
                new Times(rs.getLong("checked_in_at"), time(rs, "called_at"), time(rs, "ended_at")),
                rs.getLong("changes"));
    }

    private static @Nullable Long time(ResultSet rs, String column) throws SQLException {
        long value = rs.getLong(column);
        return rs.wasNull() ? null : value;
    }
}
