package caixiang.station.store;

import caixiang.station.archive.FrameReason;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a session has not brought to an end, as far as the database knows, and what was explained of it. */
public final class Leftovers {
    private static final String NOT_EXPLAINED = " AND CAST(%s AS TEXT) NOT IN (SELECT item FROM day_explanation"
            + " WHERE session_id = :session AND code = :code)";
    private static final String NO_FRAME = " AND NOT EXISTS (SELECT 1 FROM frame WHERE frame.session_id = :session"
            + " AND frame.number = %1$s.number)"
            // A number that another station of the site has photographed.
            + " AND NOT EXISTS (SELECT 1 FROM site_frame WHERE site_frame.session_id = :session"
            + " AND site_frame.number = %1$s.number)";
    private static final String SHEETS = "SELECT sheet_id FROM sheet JOIN frame ON frame.frame_id = sheet.frame_id"
            + " WHERE frame.session_id = :session AND sheet.state IN (%s)" + NOT_EXPLAINED.formatted("sheet_id");

    private final Handle handle;
    private final String sessionId;

    public Leftovers(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    public List<String> tray() {
        return items(
                "SELECT frame_id FROM frame WHERE session_id = :session AND number IS NULL AND reason <> '"
                        + FrameReason.SET_ASIDE.code() + "'",
                "");
    }

    /** Numbers with this status. */
    public List<String> sittings(String status) {
        return items("SELECT number FROM sitting WHERE session_id = :session AND status = '" + status + "'", "");
    }

    public List<String> lateShots(String code) {
        return items(
                "SELECT shot_id FROM shot WHERE session_id = :session AND state IN ('requested', 'fired', 'late')"
                        + NOT_EXPLAINED.formatted("shot_id"),
                code);
    }

    public List<String> lostShots(String code) {
        return items(
                "SELECT shot_id FROM shot WHERE session_id = :session AND state = 'lost'" + NO_FRAME.formatted("shot")
                        + NOT_EXPLAINED.formatted("shot_id"),
                code);
    }

    /** Numbers that had their turn and have no frame. */
    public List<String> turnsWithoutFrame(String code) {
        return items(
                "SELECT number FROM sitting WHERE session_id = :session AND status = 'done'"
                        + NO_FRAME.formatted("sitting") + NOT_EXPLAINED.formatted("number"),
                code);
    }

    public List<String> sheetsUnderWay(String code) {
        return items(SHEETS.formatted("'planned', 'sent', 'accepted', 'printing'"), code);
    }

    public List<String> sheetsDoubtful(String code) {
        return items(SHEETS.formatted("'doubtful'"), code);
    }

    /** Paper with a wrong number that nobody has destroyed. */
    public List<String> sheetsToTakeBack(String code) {
        return items(
                "SELECT sheet_id FROM sheet JOIN frame ON frame.frame_id = sheet.frame_id"
                        + " WHERE frame.session_id = :session AND " + PrintedSheets.TO_TAKE_BACK
                        + NOT_EXPLAINED.formatted("sheet_id"),
                code);
    }

    private List<String> items(String select, String code) {
        return handle.createQuery(select)
                .bind("session", sessionId)
                .bind("code", code)
                .mapTo(String.class)
                .list();
    }

    /** Notes why these no longer stand in the way. */
    public void explain(String code, List<String> items, Explanation explanation) {
        for (String item : items) {
            handle.createUpdate(
                            "INSERT INTO day_explanation (session_id, code, item, reason, explained_by, explained_at)"
                                    + " VALUES (:session, :code, :item, :reason, :by, :at) ON CONFLICT DO NOTHING")
                    .bind("session", sessionId)
                    .bind("code", code)
                    .bind("item", item)
                    .bind("reason", explanation.reason())
                    .bind("by", explanation.by())
                    .bind("at", explanation.at().toEpochMilli())
                    .execute();
        }
    }

    /** A person's word for something that cannot be put right. */
    public record Explanation(String reason, String by, Instant at) {}
}
