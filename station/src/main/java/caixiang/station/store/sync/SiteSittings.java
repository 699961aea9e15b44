package caixiang.station.store.sync;

import caixiang.station.sitting.SittingStatus;
import caixiang.station.store.Reserve;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** In the site's database: a session's numbers, as a merge reads and writes them. The session's row is locked by then. */
public final class SiteSittings {
    private final Handle site;
    private final String sessionId;
    private final long revision;

    /** @param revision of the merge's own change */
    public SiteSittings(Handle site, String sessionId, long revision) {
        this.site = site;
        this.sessionId = sessionId;
        this.revision = revision;
    }

    /** A number as the site has it. */
    public record Row(String personId, SittingStatus status, Optional<String> station, long revision) {}

    public Optional<Row> find(int number) {
        return site.createQuery("SELECT person_id, status, station, revision FROM sitting"
                        + " WHERE session_id = :session AND number = :number")
                .bind("session", sessionId)
                .bind("number", number)
                .map((rs, ctx) -> new Row(
                        rs.getString("person_id"),
                        SittingStatus.ofCode(rs.getString("status")),
                        Optional.ofNullable(rs.getString("station")),
                        rs.getLong("revision")))
                .findOne();
    }

    /** The number that counts for this person. */
    public OptionalInt heldBy(String personId) {
        return number("person_id = :key AND second_of IS NULL", personId);
    }

    public OptionalInt currentAt(String station) {
        return number("station = :key AND status = 'current'", station);
    }

    private OptionalInt number(String where, String key) {
        return site.createQuery("SELECT number FROM sitting WHERE session_id = :session AND " + where)
                .bind("session", sessionId)
                .bind("key", key)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The site's row becomes the station's. */
    public void write(OfflineWork.Sitting ours) {
        site.createUpdate("UPDATE sitting SET status = :status, station = :station, called_at = :called,"
                        + " ended_at = :ended, revision = :revision WHERE session_id = :session AND number = :number")
                .bind("status", ours.status().code())
                .bind("station", ours.station().orElse(null))
                .bind("called", ours.times().called())
                .bind("ended", ours.times().ended())
                .bind("revision", revision)
                .bind("session", sessionId)
                .bind("number", ours.number())
                .execute();
    }

    /**
     * Enters a number the site does not have.
     *
     * @param secondOf the number that counts for this person, if it is not this one
     */
    public void insert(OfflineWork.Sitting ours, String personId, SittingStatus status, OptionalInt secondOf) {
        site.createUpdate("INSERT INTO sitting (session_id, number, person_id, request_id, status, station,"
                        + " checked_in_at, called_at, ended_at, second_of, revision) VALUES (:session, :number, :person,"
                        + " :request, :status, :station, :checkedIn, :called, :ended, :secondOf, :revision)")
                .bind("session", sessionId)
                .bind("number", ours.number())
                .bind("person", personId)
                .bind("request", freeRequestId(ours))
                .bind("status", status.code())
                .bind("station", ours.station().orElse(null))
                .bind("checkedIn", ours.times().checkedIn())
                .bind("called", ours.times().called())
                .bind("ended", ours.times().ended())
                .bind("secondOf", secondOf.isPresent() ? secondOf.getAsInt() : null)
                .bind("revision", revision)
                .execute();
        // Only a database that was put back to an older state does not know of the number yet.
        site.createUpdate("UPDATE session SET last_number = CASE WHEN :number > :main THEN last_number"
                        + " WHEN last_number < :number THEN :number ELSE last_number END,"
                        + " last_reserved = CASE WHEN last_reserved < :number THEN :number ELSE last_reserved END"
                        + " WHERE session_id = :session")
                .bind("number", ours.number())
                .bind("main", Reserve.MAIN_SERIES_MAX)
                .bind("session", sessionId)
                .execute();
    }

    /** The same request may have been answered by the site, too, without anybody hearing it. */
    private String freeRequestId(OfflineWork.Sitting ours) {
        boolean isTaken = site.createQuery("SELECT EXISTS (SELECT 1 FROM sitting WHERE session_id = :session"
                        + " AND request_id = :request)")
                .bind("session", sessionId)
                .bind("request", ours.requestId())
                .mapTo(Boolean.class)
                .one();
        return isTaken ? ours.requestId() + "+" + ours.number() : ours.requestId();
    }

    /** A call of ours that the site made although we never heard of it, and did something else: the number waits again. */
    public void undoCall(int number) {
        site.createUpdate("UPDATE sitting SET status = 'waiting', station = NULL, called_at = NULL, given_back = 1,"
                        + " revision = :revision WHERE session_id = :session AND number = :number")
                .bind("revision", revision)
                .bind("session", sessionId)
                .bind("number", number)
                .execute();
    }
}
