package caixiang.station.store.sync;

import caixiang.station.store.ClosedDays.Closing;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code site_closing} of the site's database: which stations have closed a session. */
public final class SiteClosings {
    private final Handle site;
    private final String sessionId;

    public SiteClosings(Handle site, String sessionId) {
        this.site = site;
        this.sessionId = sessionId;
    }

    /**
     * One station's closing of the session.
     *
     * @param at by that station's clock; tells one closing from the next and is compared with nothing
     */
    public record Row(String station, long at) {}

    /** How a station stands to the session now: closed, or open again. */
    public void tell(String station, Optional<Closing> closing) {
        site.createUpdate("DELETE FROM site_closing WHERE session_id = :session AND station = :station")
                .bind("session", sessionId)
                .bind("station", station)
                .execute();
        closing.ifPresent(
                closed -> site.createUpdate("INSERT INTO site_closing (session_id, station, closed_at, closed_by)"
                                + " VALUES (:session, :station, :at, :by)")
                        .bind("session", sessionId)
                        .bind("station", station)
                        .bind("at", closed.at().toEpochMilli())
                        .bind("by", closed.by())
                        .execute());
    }

    /** Another station that has closed the session; of several the one that closed it last. */
    public Optional<Row> ofAnother(String station) {
        return site.createQuery("SELECT station, closed_at FROM site_closing WHERE session_id = :session"
                        + " AND station <> :station ORDER BY closed_at DESC, station LIMIT 1")
                .bind("session", sessionId)
                .bind("station", station)
                .map((rs, ctx) -> new Row(rs.getString("station"), rs.getLong("closed_at")))
                .findOne();
    }
}
