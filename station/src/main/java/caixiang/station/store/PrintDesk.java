package caixiang.station.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tables {@code print_pause} and {@code print_first}: what people asked of the queue; and what it came to by class. */
public final class PrintDesk {
    private final Handle handle;

    public PrintDesk(Handle handle) {
        this.handle = handle;
    }

    public boolean isPaused(String sessionId) {
        return handle.createQuery("SELECT count(*) FROM print_pause WHERE session_id = :session")
                        .bind("session", sessionId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** False when it was so before. */
    public boolean pause(String sessionId, Instant now) {
        return handle.createUpdate("INSERT INTO print_pause (session_id, since) VALUES (:session, :since)"
                                + " ON CONFLICT (session_id) DO NOTHING")
                        .bind("session", sessionId)
                        .bind("since", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /** False when it was so before. */
    public boolean goOn(String sessionId) {
        return handle.createUpdate("DELETE FROM print_pause WHERE session_id = :session")
                        .bind("session", sessionId)
                        .execute()
                > 0;
    }

    public void putFirst(String sheetId, Instant now) {
        handle.createUpdate("INSERT INTO print_first (sheet_id, asked_at) VALUES (:sheet, :at)"
                        + " ON CONFLICT (sheet_id) DO UPDATE SET asked_at = excluded.asked_at")
                .bind("sheet", sheetId)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** Of every class and template; sheets of people without a class stand under an empty name. */
    public List<ClassSheets> byClass(String sessionId) {
        return handle.createQuery("SELECT COALESCE(person.class_name, '') AS class_name, sheet.template AS template,"
                        + " COUNT(DISTINCT CASE WHEN sheet.state = 'done' THEN sheet.number END) AS people,"
                        + " SUM(CASE WHEN sheet.state = 'done' THEN 1 ELSE 0 END) AS done,"
                        + " SUM(CASE WHEN sheet.state = 'doubtful' THEN 1 ELSE 0 END) AS doubtful,"
                        + " SUM(CASE WHEN sheet.state IN ('planned', 'sent', 'accepted', 'printing') THEN 1 ELSE 0 END)"
                        + " AS under_way"
                        + " FROM sheet JOIN frame ON frame.frame_id = sheet.frame_id"
                        + " LEFT JOIN sitting ON sitting.session_id = frame.session_id AND sitting.number = sheet.number"
                        + " LEFT JOIN person ON person.person_id = sitting.person_id"
                        + " WHERE frame.session_id = :session"
                        + " GROUP BY COALESCE(person.class_name, ''), sheet.template ORDER BY 1, 2")
                .bind("session", sessionId)
                .map((rs, ctx) -> new ClassSheets(
                        rs.getString("class_name"),
                        rs.getString("template"),
                        rs.getInt("people"),
                        rs.getInt("done"),
                        rs.getInt("doubtful"),
                        rs.getInt("under_way")))
                .list();
    }
}
