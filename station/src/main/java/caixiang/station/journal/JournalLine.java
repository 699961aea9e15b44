package caixiang.station.journal;

import caixiang.station.store.JournalLink;
import caixiang.station.store.JournalRow;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/** One row of the journal as one line of JSON, for a person to read and for the check to compare. */
final class JournalLine {
    /** The text of a row has a limit of 64 KiB in each field. */
    static final int BYTES_MAX = 512 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalLine() {}

    /** Without the end of the line. */
    static String encode(JournalLink link) {
        JournalRow row = link.row();
        try {
            ObjectNode line = JSON.createObjectNode()
                    .put("sequence", row.sequence())
                    .put("at", row.at().toString())
                    .put("session", row.sessionId())
                    .put("what", row.what());
            row.number().ifPresent(number -> line.put("number", number));
            row.frameId().ifPresent(frame -> line.put("frame", frame));
            line.set("detail", JSON.readTree(row.detail()));
            line.put("previous", link.previousHash()).put("hash", link.hash());
            return JSON.writeValueAsString(line);
        } catch (JacksonException e) {
            throw new UncheckedIOException("row " + row.sequence() + " has no JSON in it", e);
        }
    }

    /** @throws IOException if the line is no row */
    static JournalLink decode(String text) throws IOException {
        JsonNode line;
        try {
            line = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IOException("no JSON: " + e.getOriginalMessage(), e);
        }
        try {
            JournalRow row = new JournalRow(
                    whole(line, "sequence"),
                    Instant.parse(text(line, "at")),
                    text(line, "session"),
                    text(line, "what"),
                    line.has("number") ? OptionalInt.of((int) whole(line, "number")) : OptionalInt.empty(),
                    Optional.ofNullable(line.path("frame").textValue()),
                    JSON.writeValueAsString(line.path("detail")));
            return new JournalLink(row, text(line, "previous"), text(line, "hash"));
        } catch (DateTimeParseException e) {
            throw new IOException("no time: " + e.getParsedString(), e);
        }
    }

    private static long whole(JsonNode line, String field) throws IOException {
        if (!line.path(field).isIntegralNumber()) {
            throw new IOException("there is no " + field);
        }
        return line.path(field).longValue();
    }

    private static String text(JsonNode line, String field) throws IOException {
        String value = line.path(field).textValue();
        if (value == null) {
            throw new IOException("there is no " + field);
        }
        return value;
    }
}
