package caixiang.station.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The append-only record of what happened. Each row's hash covers its fields and the hash of the row before, so a row
 * that is changed, removed or inserted later is found by {@link #firstBroken}. Removing the newest rows is not found by
 * the chain alone; room {@code journal} keeps it in a file too.
 */
public final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "SELECT sequence, at, session_id, what, number, frame_id, detail, previous_hash, hash FROM journal ";

    private final Handle handle;

    public Journal(Handle handle) {
        this.handle = handle;
    }

    public void append(JournalEntry entry) {
        Optional<JournalLink> last = last();
        JournalRow row = new JournalRow(
                last.map(JournalLink::sequence).orElse(0L) + 1,
                Instant.ofEpochMilli(entry.at().toEpochMilli()),
                entry.sessionId(),
                entry.what(),
                entry.number(),
                entry.frameId(),
                json(entry));
        JournalLink link = JournalLink.of(row, last.map(JournalLink::hash).orElse(JournalLink.START));
        handle.createUpdate("INSERT INTO journal"
                        + " (sequence, at, session_id, what, number, frame_id, detail, previous_hash, hash)"
                        + " VALUES (:sequence, :at, :session, :what, :number, :frame, :detail, :previous, :hash)")
                .bind("sequence", row.sequence())
                .bind("at", row.at().toEpochMilli())
                .bind("session", row.sessionId())
                .bind("what", row.what())
                .bind("number", Columns.number(row.number()))
                .bind("frame", row.frameId().orElse(null))
                .bind("detail", row.detail())
                .bind("previous", link.previousHash())
                .bind("hash", link.hash())
                .execute();
    }

    /** When the newest row of any session was written. */
    public Optional<Instant> newestAt() {
        return handle.createQuery("SELECT at FROM journal ORDER BY sequence DESC LIMIT 1")
                .map((rs, ctx) -> Columns.time(rs, "at"))
                .findOne();
    }

    /** Newest first. */
    public List<JournalRow> newest(String sessionId, int limit) {
        return handle.createQuery(COLUMNS + "WHERE session_id = :session ORDER BY sequence DESC LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", limit)
                .map((rs, ctx) -> link(rs).row())
                .list();
    }

    /** The newest row of all sessions. */
    public Optional<JournalLink> last() {
        return handle.createQuery(COLUMNS + "ORDER BY sequence DESC LIMIT 1")
                .map((rs, ctx) -> link(rs))
                .findOne();
    }

    public Optional<JournalLink> find(long sequence) {
        return handle.createQuery(COLUMNS + "WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map((rs, ctx) -> link(rs))
                .findOne();
    }

    /** The rows after this one, oldest first. */
    public List<JournalLink> after(long sequence, int limit) {
        return handle.createQuery(COLUMNS + "WHERE sequence > :sequence ORDER BY sequence LIMIT :limit")
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map((rs, ctx) -> link(rs))
                .list();
    }

    /** The sequence of the first row that does not follow from the one before it; empty when the chain holds. */
    public OptionalLong firstBroken() {
        String previous = JournalLink.START;
        long expected = 1;
        try (Stream<JournalLink> rows =
                handle.createQuery(COLUMNS + "ORDER BY sequence").map((rs, ctx) -> link(rs)).stream()) {
            for (JournalLink next : (Iterable<JournalLink>) rows::iterator) {
                boolean follows =
                        next.sequence() == expected && next.previousHash().equals(previous) && next.isWhole();
                if (!follows) {
                    return OptionalLong.of(expected);
                }
                previous = next.hash();
                expected++;
            }
        }
        return OptionalLong.empty();
    }

    private static JournalLink link(ResultSet rs) throws SQLException {
        JournalRow row = new JournalRow(
                rs.getLong("sequence"),
                Columns.time(rs, "at"),
                rs.getString("session_id"),
                rs.getString("what"),
                Columns.number(rs, "number"),
                Columns.text(rs, "frame_id"),
                rs.getString("detail"));
        return new JournalLink(row, rs.getString("previous_hash"), rs.getString("hash"));
    }

    private static String json(JournalEntry entry) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(entry.detail()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
