package caixiang.station.store;

import caixiang.station.sitting.SittingStatus;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The numbers of a session in the order a station called them, which is the order their frames were taken in. */
public final class CalledNumbers {
    private final Handle handle;
    private final String sessionId;

    public CalledNumbers(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    /** First those this station has called, in that order, then those that wait, by number. */
    public List<CalledNumber> of(String station) {
        return handle.createQuery("SELECT number, person_id, status, called_at, ended_at FROM sitting"
                        + " WHERE session_id = :session AND (called_at IS NULL OR station IS NULL OR station = :station)"
                        + " ORDER BY CASE WHEN called_at IS NULL THEN 1 ELSE 0 END, called_at, number")
                .bind("session", sessionId)
                .bind("station", station)
                .map((rs, ctx) -> new CalledNumber(
                        rs.getInt("number"),
                        rs.getString("person_id"),
                        SittingStatus.ofCode(rs.getString("status")),
                        Columns.optionalTime(rs, "called_at"),
                        Columns.optionalTime(rs, "ended_at")))
                .list();
    }
}
