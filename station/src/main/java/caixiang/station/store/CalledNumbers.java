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

    /**
     * First those this station has called, in that order, then those that wait, by number, then those that are done without
     * ever being called: their pictures are self-taken.
     */
    public List<CalledNumber> of(String station) {
        return handle.createQuery("SELECT number, person_id, status, called_at, ended_at FROM sitting"
                        + " WHERE session_id = :session AND (called_at IS NULL OR station IS NULL OR station = :station)"
                        + " ORDER BY CASE WHEN called_at IS NOT NULL THEN 0 WHEN status = :done THEN 2 ELSE 1 END,"
                        + " called_at, number")
                .bind("done", SittingStatus.DONE.code())
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
