package caixiang.station.store;

import caixiang.station.sitting.CallingShare;
import caixiang.station.sitting.SittingStatus;
import caixiang.station.sitting.Turns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Table {@code sitting}: who has which number, who called it, and who was current when. Written by the queue only. */
public final class Sittings {
    /** Of the change under way; see {@link Sessions#change}. */
    static final String REVISION = "(SELECT revision FROM session WHERE session_id = :session)";

    private static final String SELECT = "SELECT number, person_id, request_id, status FROM sitting ";

    private final Handle handle;
    private final String sessionId;

    public Sittings(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    public Optional<SittingRow> ofPerson(String personId) {
        return one("WHERE session_id = :session AND person_id = :key AND second_of IS NULL", personId);
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
        insert(number, personId, requestId, SittingStatus.WAITING, now);
    }

    /** For somebody who does not come: the number never waits and is never called. */
    public void insertDone(int number, String personId, String requestId, Instant now) {
        insert(number, personId, requestId, SittingStatus.DONE, now);
    }

    private void insert(int number, String personId, String requestId, SittingStatus status, Instant now) {
        handle.createUpdate("INSERT INTO sitting (session_id, number, person_id, request_id, status, checked_in_at,"
                        + " revision) VALUES (:session, :number, :person, :request, :status, :at, " + REVISION + ")")
                .bind("session", sessionId)
                .bind("number", number)
                .bind("person", personId)
                .bind("request", requestId)
                .bind("status", status.code())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** What a station has before it: its own current number, and all that wait. */
    public Turns turns(String station) {
        return new Turns(current(station), waiting(station));
    }

    public OptionalInt current(String station) {
        return handle.createQuery("SELECT number FROM sitting WHERE session_id = :session AND status = :status"
                        + " AND station = :station")
                .bind("session", sessionId)
                .bind("status", SittingStatus.CURRENT.code())
                .bind("station", station)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** In the order in which this station calls them. */
    public List<Integer> waiting(String station) {
        List<Integer> common = waiting();
        SyncState state = new SyncState(handle);
        return state.isOffline()
                ? new CallingShare(station, state.stations()).inOrder(common, givenOutOffline())
                : common;
    }

    private Set<Integer> givenOutOffline() {
        return handle.createQuery("SELECT number FROM offline_sitting WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .set();
    }

    private List<Integer> waiting() {
        return handle.createQuery("SELECT number FROM sitting WHERE session_id = :session AND status = :status"
                        + " ORDER BY given_back DESC, number")
                .bind("session", sessionId)
                .bind("status", SittingStatus.WAITING.code())
                .mapTo(Integer.class)
                .list();
    }

    /** Stations that have somebody before them. */
    public List<String> stationsWithSomebody() {
        return handle.createQuery("SELECT station FROM sitting WHERE session_id = :session AND status = :status"
                        + " AND station IS NOT NULL ORDER BY station")
                .bind("session", sessionId)
                .bind("status", SittingStatus.CURRENT.code())
                .mapTo(String.class)
                .list();
    }

    /** Writes what a station has changed between two states of the queue. */
    public void save(String station, Turns before, Turns after, Instant now) {
        if (before.current().equals(after.current())) {
            return;
        }
        before.current().ifPresent(number -> end(number, now));
        after.current().ifPresent(number -> call(number, station, now));
    }

    private void end(int number, Instant now) {
        update(number, "status = :status, ended_at = :at", SittingStatus.DONE)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    private void call(int number, String station, Instant now) {
        update(number, "status = :status, called_at = :at, station = :station", SittingStatus.CURRENT)
                .bind("at", now.toEpochMilli())
                .bind("station", station)
                .execute();
    }

    /** The number waits again, before all others. */
    public void giveBack(int number) {
        update(number, "status = :status, called_at = NULL, station = NULL, given_back = 1", SittingStatus.WAITING)
                .execute();
    }

    /**
     * Numbers that were current at this station at some moment between the two, both included; also those that the site
     * has given to another station since.
     */
    public List<Integer> currentBetween(String station, Instant from, Instant to) {
        return handle.createQuery("SELECT number FROM sitting WHERE session_id = :session AND station = :station"
                        + " AND called_at <= :to AND (ended_at IS NULL OR ended_at >= :from)"
                        + " UNION SELECT number FROM past_turn WHERE session_id = :session AND station = :station"
                        + " AND called_at <= :to AND ended_at >= :from ORDER BY number")
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

    private Update update(int number, String columns, SittingStatus status) {
        return handle.createUpdate("UPDATE sitting SET " + columns + ", revision = " + REVISION
                        + " WHERE session_id = :session AND number = :number")
                .bind("status", status.code())
                .bind("session", sessionId)
                .bind("number", number);
    }

    private static SittingRow map(ResultSet rs) throws SQLException {
        return new SittingRow(
                rs.getInt("number"),
                rs.getString("person_id"),
                rs.getString("request_id"),
                SittingStatus.ofCode(rs.getString("status")));
    }
}
