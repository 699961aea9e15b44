package caixiang.station.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table {@code due_note}: the rows that have changed since their note in the archive was written. */
public final class DueNotes {
    private final Handle handle;

    public DueNotes(Handle handle) {
        this.handle = handle;
    }

    /**
     * A note to be written.
     *
     * @param file path inside the archive
     * @param table whose row it repeats
     * @param key of the row within its session
     * @param revision changes when the row changes again meanwhile
     */
    public record Row(String file, String table, String sessionId, String key, long revision) {}

    public List<Row> next(int limit) {
        return handle.createQuery("SELECT file, of_table, session_id, row_key, revision FROM due_note LIMIT :limit")
                .bind("limit", limit)
                .map((rs, ctx) -> new Row(
                        rs.getString("file"),
                        rs.getString("of_table"),
                        rs.getString("session_id"),
                        rs.getString("row_key"),
                        rs.getLong("revision")))
                .list();
    }

    public void written(Row row) {
        handle.createUpdate("DELETE FROM due_note WHERE file = :file AND revision = :revision")
                .bind("file", row.file())
                .bind("revision", row.revision())
                .execute();
    }

    /** Every note is as its row; for a database that was just made from them. */
    public void clear() {
        handle.execute("DELETE FROM due_note");
    }
}
