package caixiang.station.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON file in the archive that repeats one row of the database, so that the database can be made again: sessions,
 * sittings, presses, portraits, sheets. What says who a person is stands in {@code sealed}, encrypted with the identity
 * key, and nowhere else. {@code version} is 1; a reader refuses what it does not know.
 *
 * @param table whose row it is
 * @param row column to value; times are epoch milliseconds as in the database
 * @param sealed encrypted text
 */
public record NoteFile(String table, ObjectNode row, Optional<String> sealed) {
    private static final int VERSION = 1;
    private static final int BYTES_MAX = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,39}/(?:session\\.json"
            + "|shots/[0-9a-f-]{36}-shot\\.json"
            + "|[0-9]{4,9}/(?:sitting|[0-9a-f-]{36}-portrait|sheets/[0-9a-f-]{36})\\.json"
            + "|(?:tray|aside)/(?:[0-9a-f-]{36}-portrait|sheets/[0-9a-f-]{36})\\.json)");

    /** Whether a file of this name is a note. */
    public static boolean isNote(String file) {
        return NAME.matcher(file).matches();
    }

    public byte[] encode() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("table", table);
        root.set("row", row);
        sealed.ifPresent(text -> root.put("sealed", text));
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a note.
     *
     * @throws IOException if it cannot be read, is damaged, or was made by a newer program
     */
    public static NoteFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > BYTES_MAX) {
            throw new IOException(file + " is a link, no file, or too long for a note");
        }
        JsonNode root = parse(file);
        int version = root.path("version").asInt();
        if (version > VERSION) {
            throw new IOException(
                    file + " was made by a newer program (version " + version + "); use that program or a later one");
        }
        String table = root.path("table").textValue();
        if (version != VERSION || table == null || !(root.path("row") instanceof ObjectNode row)) {
            throw new IOException(file + " is damaged");
        }
        return new NoteFile(table, row, Optional.ofNullable(root.path("sealed").textValue()));
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is damaged, or only half there", e);
        }
    }
}
