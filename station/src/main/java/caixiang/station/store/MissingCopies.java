package caixiang.station.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code missing_copy}: the files that the second copy still lacks, or has as they were before. */
public final class MissingCopies {
    private final Handle handle;

    public MissingCopies(Handle handle) {
        this.handle = handle;
    }

    /**
     * A file that is owed.
     *
     * @param file path inside the archive
     * @param revision changes when the file is put here again while it is being copied
     * @param movedFrom its place before
     */
    public record Row(String file, long revision, Optional<String> movedFrom) {}

    /** How many files are owed, and since when the oldest. */
    public record Owed(long files, Optional<Instant> since) {}

    public void add(String file, Instant now) {
        handle.createUpdate("INSERT INTO missing_copy (file, since, revision) VALUES (:file, :since, 1)"
                        + " ON CONFLICT (file) DO UPDATE SET revision = missing_copy.revision + 1")
                .bind("file", file)
                .bind("since", now.toEpochMilli())
                .execute();
    }

    /** The file is new, although its row took another's place: nothing in the second root is to be taken away for it. */
    public void hasNotMoved(String file) {
        handle.createUpdate("UPDATE missing_copy SET moved_from = NULL WHERE file = :file")
                .bind("file", file)
                .execute();
    }

    /** The oldest first. */
    public List<Row> oldest(int limit) {
        return handle.createQuery(
                        "SELECT file, revision, moved_from FROM missing_copy ORDER BY since, file LIMIT :limit")
                .bind("limit", limit)
                .map((rs, ctx) -> new Row(rs.getString("file"), rs.getLong("revision"), Columns.text(rs, "moved_from")))
                .list();
    }

    /** The file is there; unless it was put here again meanwhile, nothing is owed of it. */
    public void made(Row row) {
        handle.createUpdate("DELETE FROM missing_copy WHERE file = :file AND revision = :revision")
                .bind("file", row.file())
                .bind("revision", row.revision())
                .execute();
    }

    public Owed owed() {
        return handle.createQuery("SELECT count(*) AS files, min(since) AS since FROM missing_copy")
                .map((rs, ctx) -> new Owed(rs.getLong("files"), Columns.optionalTime(rs, "since")))
                .one();
    }

    /** Nothing is owed: there is no second copy, or everything is compared anew. */
    public void clear() {
        handle.execute("DELETE FROM missing_copy");
    }
}
