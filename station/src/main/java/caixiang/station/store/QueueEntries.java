package caixiang.station.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Table {@code queue_entry} of the shared database: journal entries on their way to the journal of their station. */
public final class QueueEntries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Handle handle;
    private final String sessionId;

    public QueueEntries(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    /** Keeps what this station's journal is to say of a change. */
    public void save(long revision, String station, List<JournalEntry> entries) {
        int ordinal = 0;
        for (JournalEntry entry : entries) {
            handle.createUpdate("INSERT INTO queue_entry (session_id, revision, ordinal, station, at, what, number,"
                            + " detail) VALUES (:session, :revision, :ordinal, :station, :at, :what, :number, :detail)")
                    .bind("session", sessionId)
                    .bind("revision", revision)
                    .bind("ordinal", ++ordinal)
                    .bind("station", station)
                    .bind("at", entry.at().toEpochMilli())
                    .bind("what", entry.what())
                    .bind("number", Columns.number(entry.number()))
                    .bind("detail", json(entry))
                    .execute();
        }
    }

    /** Oldest first. */
    List<SessionChanges.Entry> since(long revision, String station) {
        return handle.createQuery("SELECT revision, at, what, number, detail FROM queue_entry"
                        + " WHERE session_id = :session AND revision > :revision AND station = :station"
                        + " ORDER BY revision, ordinal")
                .bind("session", sessionId)
                .bind("revision", revision)
                .bind("station", station)
                .map((rs, ctx) -> new SessionChanges.Entry(rs.getLong("revision"), entry(rs)))
                .list();
    }

    private JournalEntry entry(ResultSet rs) throws SQLException {
        JournalEntry entry = JournalEntry.of(Columns.time(rs, "at"), sessionId, rs.getString("what"))
                .number(Columns.number(rs, "number"));
        try {
            for (var detail : JSON.readValue(rs.getString("detail"), TEXTS).entrySet()) {
                entry = entry.with(detail.getKey(), detail.getValue());
            }
            return entry;
        } catch (JsonProcessingException e) {
            throw new SQLException("column detail of a queue entry holds no JSON", e);
        }
    }

    private static String json(JournalEntry entry) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(entry.detail()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
