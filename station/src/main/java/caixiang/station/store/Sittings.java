package caixiang.station.store;

import caixiang.station.sitting.SittingStatus;
import caixiang.station.sitting.Turns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Table {@code sitting}: who has which number, and who was current when. */
public final class Sittings {
    private static final String SELECT = "SELECT number, person_id, request_id, status FROM sitting ";

    private final Handle handle;
    private final String sessionId;

    public Sittings(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    public Optional<SittingRow> ofPerson(String personId) {
        return one("WHERE session_id = :session AND person_id = :key", personId);
    }

    public Optional<SittingRow> ofRequest(String requestId) {
        return one("WHERE session_id = :session AND request_id = :key", requestId);
    }

    private Optional<SittingRow> one(String where, String key) {
        return handle.createQuery(SELECT + where)
                .bind("session", sessionId)
                .bind("key", key)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    public void insertWaiting(int number, String personId, String requestId, Instant now) {
        handle.createUpdate("INSERT INTO sitting (session_id, number, person_id, request_id, status, checked_in_at)"
                        + " VALUES (:session, :number, :person, :request, :status, :at)")
                .bind("session", sessionId)
                .bind("number", number)
                .bind("person", personId)
                .bind("request", requestId)
                .bind("status", SittingStatus.WAITING.code())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    public Turns turns() {
        List<Integer> waiting = numbers(SittingStatus.WAITING);
        List<Integer> current = numbers(SittingStatus.CURRENT);
        return new Turns(current.isEmpty() ? OptionalInt.empty() : OptionalInt.of(current.get(0)), waiting);
    }

    /** Writes what has changed between two states of the queue. */
    public void save(Turns before, Turns after, Instant now) {
        if (before.current().equals(after.current())) {
            return;
        }
        before.current().ifPresent(number -> update(number, SittingStatus.DONE, "ended_at", now));
        after.current().ifPresent(number -> update(number, SittingStatus.CURRENT, "called_at", now));
    }

    /** Numbers that were current at this station at some moment between the two, both included. */
    public List<Integer> currentBetween(String station, Instant from, Instant to) {
        return handle.createQuery("SELECT number FROM sitting WHERE session_id = :session AND called_at <= :to"
                        + " AND (ended_at IS NULL OR ended_at >= :from) AND (station IS NULL OR station = :station)"
                        + " ORDER BY number")
                .bind("session", sessionId)
                .bind("station", station)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Integer.class)
                .list();
    }

    /** Who holds a number. */
    public Optional<String> personOf(int number) {
        return handle.createQuery("SELECT person_id FROM sitting WHERE session_id = :session AND number = :number")
                .bind("session", sessionId)
                .bind("number", number)
                .mapTo(String.class)
                .findOne();
    }

    private List<Integer> numbers(SittingStatus status) {
        return handle.createQuery("SELECT number FROM sitting WHERE session_id = :session AND status = :status"
                        + " ORDER BY number")
                .bind("session", sessionId)
                .bind("status", status.code())
                .mapTo(Integer.class)
                .list();
    }

    private void update(int number, SittingStatus status, String timeColumn, Instant now) {
        handle.createUpdate("UPDATE sitting SET status = :status, " + timeColumn + " = :at"
                        + " WHERE session_id = :session AND number = :number")
                .bind("status", status.code())
                .bind("at", now.toEpochMilli())
                .bind("session", sessionId)
                .bind("number", number)
                .execute();
    }

    private static SittingRow map(ResultSet rs) throws SQLException {
        return new SittingRow(
                rs.getInt("number"),
                rs.getString("person_id"),
                rs.getString("request_id"),
                SittingStatus.ofCode(rs.getString("status")));
    }
}
