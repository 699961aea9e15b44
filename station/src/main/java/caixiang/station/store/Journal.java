package caixiang.station.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The append-only record of what happened. Each row's hash covers its fields and the hash of the row before, so a row
 * that is changed, removed or inserted later is found by {@link #firstBroken}. Removing the newest rows is not found by
 * the chain alone; compare with the last hash kept elsewhere.
 */
public final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "0".repeat(64);
    private static final String COLUMNS =
            "SELECT sequence, at, session_id, what, number, frame_id, detail, previous_hash, hash FROM journal ";

    private final Handle handle;

    public Journal(Handle handle) {
        this.handle = handle;
    }

    public void append(JournalEntry entry) {
        Optional<Linked> last = handle.createQuery(COLUMNS + "ORDER BY sequence DESC LIMIT 1")
                .map((rs, ctx) -> linked(rs))
                .findOne();
        JournalRow row = new JournalRow(
                last.map(l -> l.row().sequence()).orElse(0L) + 1,
                Instant.ofEpochMilli(entry.at().toEpochMilli()),
                entry.sessionId(),
                entry.what(),
                entry.number(),
                entry.frameId(),
                json(entry));
        String previous = last.map(Linked::hash).orElse(START);
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
                .bind("previous", previous)
                .bind("hash", hash(row, previous))
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
                .map((rs, ctx) -> linked(rs).row())
                .list();
    }

    /** The sequence of the first row that does not follow from the one before it; empty when the chain holds. */
    public OptionalLong firstBroken() {
        String previous = START;
        long expected = 1;
        try (Stream<Linked> rows =
                handle.createQuery(COLUMNS + "ORDER BY sequence").map((rs, ctx) -> linked(rs)).stream()) {
            for (Linked next : (Iterable<Linked>) rows::iterator) {
                boolean follows = next.row().sequence() == expected
                        && next.previousHash().equals(previous)
                        && next.hash().equals(hash(next.row(), previous));
                if (!follows) {
                    return OptionalLong.of(expected);
                }
                previous = next.hash();
                expected++;
            }
        }
        return OptionalLong.empty();
    }

    private record Linked(JournalRow row, String previousHash, String hash) {}

    private static Linked linked(ResultSet rs) throws SQLException {
        JournalRow row = new JournalRow(
                rs.getLong("sequence"),
                Columns.time(rs, "at"),
                rs.getString("session_id"),
                rs.getString("what"),
                Columns.number(rs, "number"),
                Columns.text(rs, "frame_id"),
                rs.getString("detail"));
        return new Linked(row, rs.getString("previous_hash"), rs.getString("hash"));
    }

    private static String json(JournalEntry entry) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(entry.detail()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each field is preceded by its length, so that no two different rows give the same bytes. */
    private static String hash(JournalRow row, String previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(previous);
            out.writeLong(row.sequence());
            out.writeLong(row.at().toEpochMilli());
            out.writeUTF(row.sessionId());
            out.writeUTF(row.what());
            out.writeInt(row.number().orElse(-1));
            out.writeUTF(row.frameId().orElse(""));
            out.writeUTF(row.detail());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("a journal row is longer than 64 KiB", e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
