package caixiang.station.store;

import caixiang.station.archive.Frame;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code portrait_verdict}: at most one row for each frame. */
public final class Verdicts {
    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** How wide the faces found on these frames are, as shares of the frames' heights. */
    public Map<String, Double> faceWidths(List<String> frameIds) {
        Map<String, Double> widths = new HashMap<>();
        if (!frameIds.isEmpty()) {
            handle.createQuery("SELECT frame_id, document FROM portrait_verdict WHERE frame_id IN (<frames>)")
                    .bindList("frames", frameIds)
                    .map((rs, ctx) -> Map.entry(rs.getString("frame_id"), faceWidth(rs.getString("document"))))
                    .forEach(row -> row.getValue().ifPresent(width -> widths.put(row.getKey(), width)));
        }
        return widths;
    }

    private static Optional<Double> faceWidth(String document) {
        try {
            JsonNode json = JSON.readTree(document);
            double height = json.path("frame").path("height").asDouble();
            return json.has("head") && height > 0
                    ? Optional.of(json.path("head").path("faceWidth").asDouble() / height)
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict in the database is no JSON", e);
        }
    }

    /** The frame has another picture now. */
    public void judgeAgain(String frameId) {
        handle.createUpdate("DELETE FROM portrait_verdict WHERE frame_id = :frame")
                .bind("frame", frameId)
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
