package caixiang.station.store.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** The other stations' frames, as far as the screens need them. */
public final class SiteFrames {
    private SiteFrames() {}

    /** A frame whose file lies on another station's disk. */
    public record SiteFrame(String frameId, String station, OptionalInt number, long filedAtMillis, long revision) {}

    /** From the site's database: what others filed after this place, in order. */
    public static List<SiteFrame> after(Handle site, String sessionId, String ownStation, SiteFrame last, int limit) {
        return site.createQuery("SELECT frame_id, station, number, filed_at, revision FROM frame"
                        + " WHERE session_id = :session AND station <> :own AND (revision > :revision"
                        + " OR (revision = :revision AND frame_id > :frame)) ORDER BY revision, frame_id LIMIT :limit")
                .bind("session", sessionId)
                .bind("own", ownStation)
                .bind("revision", last.revision())
                .bind("frame", last.frameId())
                .bind("limit", limit)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /** Where copying goes on, in the station's own database. */
    public static SiteFrame last(Handle own, String sessionId) {
        return own.createQuery("SELECT frame_id, station, number, filed_at, revision FROM site_frame"
                        + " WHERE session_id = :session ORDER BY revision DESC, frame_id DESC LIMIT 1")
                .bind("session", sessionId)
                .map((rs, ctx) -> map(rs))
                .findOne()
                .orElseGet(() -> new SiteFrame("", "", OptionalInt.empty(), 0, 0));
    }

    /** Into the station's own database. */
    public static void save(Handle own, String sessionId, List<SiteFrame> frames) {
        var batch =
                own.prepareBatch("INSERT INTO site_frame (frame_id, session_id, station, number, filed_at, revision)"
                        + " VALUES (:frame, :session, :station, :number, :filed, :revision) ON CONFLICT (frame_id) DO UPDATE SET"
                        + " number = :number, revision = :revision");
        for (SiteFrame frame : frames) {
            batch.bind("frame", frame.frameId())
                    .bind("session", sessionId)
                    .bind("station", frame.station())
                    .bind("number", frame.number().isPresent() ? frame.number().getAsInt() : null)
                    .bind("filed", frame.filedAtMillis())
                    .bind("revision", frame.revision())
                    .add();
        }
        batch.execute();
    }

    private static SiteFrame map(ResultSet rs) throws SQLException {
        int number = rs.getInt("number");
        return new SiteFrame(
                rs.getString("frame_id"),
                rs.getString("station"),
                rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(number),
                rs.getLong("filed_at"),
                rs.getLong("revision"));
    }
}
