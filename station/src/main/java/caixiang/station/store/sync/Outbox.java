package caixiang.station.store.sync;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code outbox}: this station's rows that the site does not have yet, or not as they are now. Triggers fill it in
 * the transaction that writes the row, so nothing can be forgotten; it never holds a row twice.
 */
public final class Outbox {
    private final Handle handle;

    public Outbox(Handle handle) {
        this.handle = handle;
    }

    /**
     * A row that has to go out.
     *
     * @param changes how often it changed since it was entered; tells a change that came while it was on its way
     */
    public record Entry(long position, String table, String key, long changes) {}

    /** How much waits; {@code refused} of the rows are kept back because the site's database did not take them. */
    public record Backlog(int rows, int frames, int refused) {}

    /** From here on every row goes out; those of the session that are there already, too. The second time nothing. */
    public void begin(String sessionId) {
        int begun = handle.execute("UPDATE sync_state SET is_member = 1 WHERE is_member = 0");
        if (begun == 0) {
            return;
        }
        enter("shot", "SELECT shot_id AS k FROM shot WHERE session_id = :session", sessionId);
        enter("frame", "SELECT frame_id AS k FROM frame WHERE session_id = :session", sessionId);
        enter(
                "portrait",
                "SELECT frame_id AS k FROM portrait JOIN frame USING (frame_id)" + " WHERE session_id = :session",
                sessionId);
        enter(
                "sheet",
                "SELECT sheet_id AS k FROM sheet JOIN frame USING (frame_id) WHERE session_id = :session",
                sessionId);
        // The whole chain, or it could not be verified there.
        enter("journal", "SELECT sequence AS k FROM journal WHERE :session <> ''", sessionId);
    }

    private void enter(String table, String select, String sessionId) {
        handle.createUpdate("INSERT INTO outbox (position, table_name, row_key, changes)"
                        + " SELECT (SELECT COALESCE(MAX(position), 0) FROM outbox) + row_number() OVER (ORDER BY k),"
                        + " :table, k, 1 FROM (" + select + ")")
                .bind("table", table)
                .bind("session", sessionId)
                .execute();
    }

    /** What was refused is offered once more; for the start. */
    public void offerAgain() {
        handle.execute("UPDATE outbox SET refused = NULL WHERE refused IS NOT NULL");
    }

    public List<Entry> oldest(int limit) {
        return handle.createQuery("SELECT position, table_name, row_key, changes FROM outbox WHERE refused IS NULL"
                        + " ORDER BY position LIMIT :limit")
                .bind("limit", limit)
                .map((rs, ctx) -> new Entry(
                        rs.getLong("position"),
                        rs.getString("table_name"),
                        rs.getString("row_key"),
                        rs.getLong("changes")))
                .list();
    }

    /** Takes out what has arrived; a row that changed meanwhile stays. */
    public void arrived(List<Entry> entries) {
        var batch = handle.prepareBatch("DELETE FROM outbox WHERE position = :position AND changes = :changes");
        entries.forEach(entry -> batch.bind("position", entry.position())
                .bind("changes", entry.changes())
                .add());
        batch.execute();
    }

    /** Keeps a row back that the site's database does not take, so that those behind it can go. */
    public void refuse(Entry entry, String why) {
        handle.createUpdate("UPDATE outbox SET refused = :why WHERE position = :position")
                .bind("why", why)
                .bind("position", entry.position())
                .execute();
    }

    public Backlog backlog() {
        return handle.createQuery("SELECT count(*) AS all_rows,"
                        + " COALESCE(sum(CASE WHEN table_name = 'frame' THEN 1 ELSE 0 END), 0) AS frames,"
                        + " COALESCE(sum(CASE WHEN refused IS NOT NULL THEN 1 ELSE 0 END), 0) AS refused FROM outbox")
                .map((rs, ctx) -> new Backlog(rs.getInt("all_rows"), rs.getInt("frames"), rs.getInt("refused")))
                .one();
    }
}
