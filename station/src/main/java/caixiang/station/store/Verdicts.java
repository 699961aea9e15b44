package caixiang.station.store;

import caixiang.station.archive.Frame;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code portrait_verdict}: at most one row for each frame. */
public final class Verdicts {
    private final Handle handle;

    public Verdicts(Handle handle) {
        this.handle = handle;
    }

    /** The newest frame under a number that has not been judged: its person still sits there. */
    public Optional<Frame> nextToJudge(String sessionId) {
        return handle.createQuery("SELECT frame_id FROM frame WHERE session_id = :session AND number IS NOT NULL"
                        + " AND frame_id NOT IN (SELECT frame_id FROM portrait_verdict)"
                        + " ORDER BY frame_id DESC LIMIT 1")
                .bind("session", sessionId)
                .mapTo(String.class)
                .findOne()
                .flatMap(frameId -> new Frames(handle).find(frameId));
    }

    /** A second verdict of the same frame would be the same; the first stays. */
    public void insert(VerdictRow row) {
        handle.createUpdate("INSERT INTO portrait_verdict (frame_id, level, document, judged_at)"
                        + " VALUES (:frame, :level, :document, :at) ON CONFLICT (frame_id) DO NOTHING")
                .bind("frame", row.frameId())
                .bind("level", row.level())
                .bind("document", row.document())
                .bind("at", row.at().toEpochMilli())
                .execute();
    }

    public Optional<VerdictRow> find(String frameId) {
        return handle.createQuery(
                        "SELECT frame_id, level, document, judged_at FROM portrait_verdict WHERE frame_id = :frame")
                .bind("frame", frameId)
                .map((rs, ctx) -> new VerdictRow(
                        rs.getString("frame_id"),
                        rs.getString("level"),
                        rs.getString("document"),
                        Columns.time(rs, "judged_at")))
                .findOne();
    }
}
