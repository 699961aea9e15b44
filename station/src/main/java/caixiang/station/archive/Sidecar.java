package caixiang.station.archive;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame's facts as the JSON file beside it, from which the database can be rebuilt. It holds a shooting number and no
 * name or identity number. {@code version} is 2; version 1 had no station,
 * evidence, companion and moves, and is read too. A reader refuses what it does not know.
 */
public final class Sidecar {
    private static final int VERSION = 2;
    private static final int OLDEST_VERSION = 1;
    private static final String STATION_OF_VERSION_1 = "A";
    private static final int BYTES_MAX = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sidecar() {}

    public static byte[] encode(Frame frame) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("frameId", frame.frameId());
        root.put("session", frame.sessionId());
        root.put("station", frame.station());
        frame.number().ifPresent(number -> root.put("number", number));
        frame.shotId().ifPresent(shot -> root.put("shotId", shot));
        root.put("reason", frame.reason().code());
        ArrayNode evidence = root.putArray("evidence");
        frame.evidence().forEach(evidence::add);
        root.put("file", frame.file());
        root.put("sha256", frame.sha256());
        root.put("bytes", frame.bytes());
        frame.companion()
                .ifPresent(companion -> putObject(
                        root.putObject("companion")
                                .put("file", companion.file())
                                .put("sha256", companion.sha256())
                                .put("bytes", companion.bytes())
                                .putObject("object"),
                        companion.object()));
        root.putObject("camera")
                .put("serial", frame.camera().serial())
                .put("model", frame.camera().model())
                .put("port", frame.camera().port());
        putObject(root.putObject("object"), frame.object());
        ObjectNode times = root.putObject("times");
        frame.times().pressed().ifPresent(pressed -> times.put("pressed", pressed.toString()));
        times.put("announced", frame.times().announced().toString())
                .put("spooled", frame.times().spooled().toString())
                .put("filed", frame.times().filed().toString());
        ArrayNode moves = root.putArray("moves");
        frame.moves().forEach(move -> putMove(moves.addObject(), move));
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void putObject(ObjectNode node, CardObject object) {
        node.put("folder", object.folder())
                .put("name", object.name())
                .put("bytes", object.sizeBytes())
                .put("modified", object.modified().toString());
    }

    private static void putMove(ObjectNode node, Move move) {
        move.from().ifPresent(number -> node.put("from", number));
        move.to().ifPresent(number -> node.put("to", number));
        node.put("by", move.by())
                .put("reason", move.reason())
                .put("at", move.at().toString());
        move.part().ifPresent(part -> {
            node.put("operation", part.operationId())
                    .put("kind", part.kind())
                    .put("reasonBefore", part.before().code());
            part.undoes().ifPresent(undone -> node.put("undoes", undone));
        });
    }

    /**
     * Reads the sidecar that lies at this place in an archive.
     *
     * @throws IOException as {@link #read}, and if it is that of another place
     */
    public static Frame at(ArchivePaths paths, String file) throws IOException {
        Path sidecar = paths.resolve(file);
        Frame frame = read(sidecar);
        if (!ArchivePaths.sidecarFile(frame).equals(file)) {
            throw new IOException(sidecar + " is not the sidecar of this place: it describes " + frame.file());
        }
        return frame;
    }

    /**
     * Reads a sidecar.
     *
     * @throws IOException if the file cannot be read or is no sidecar of a known version
     */
    static Frame read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is a link or no file; sidecars are plain files");
        }
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException(file + " is too long for a sidecar");
        }
        return decode(parse(Files.readAllBytes(file), file), file.toString());
    }

    /**
     * The frame of a sidecar's JSON.
     *
     * @param file whose JSON it is, for messages
     * @throws IOException if it is no sidecar of a known version
     */
    static Frame decode(JsonNode root, String file) throws IOException {
        int version = root.path("version").asInt();
        if (version > VERSION) {
            throw new IOException(
                    file + " was made by a newer program (version " + version + "); use that program or a later one");
        }
        if (version < OLDEST_VERSION) {
            throw new IOException(file + " is not a sidecar of version " + OLDEST_VERSION + " to " + VERSION);
        }
        try {
            return SidecarRules.checked(new Frame(
                    text(root, "frameId"),
                    text(root, "session"),
                    version == 1 ? STATION_OF_VERSION_1 : text(root, "station"),
                    number(root, "number"),
                    Optional.ofNullable(root.path("shotId").textValue()),
                    FrameReason.ofCode(text(root, "reason")),
                    texts(root.path("evidence")),
                    text(root, "file"),
                    text(root, "sha256"),
                    root.path("bytes").asLong(),
                    root.has("companion") ? Optional.of(companion(root.path("companion"))) : Optional.empty(),
                    camera(root.path("camera")),
                    object(root.path("object")),
                    times(root.path("times")),
                    moves(root.path("moves"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(byte[] text, Path file) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Without the library's words: they quote the text, and another's file may hold anything.
            throw new IOException(file + " is no sidecar, or only half of one", e);
        }
    }

    private static OptionalInt number(JsonNode node, String field) {
        return node.has(field) ? OptionalInt.of(node.path(field).asInt()) : OptionalInt.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static Companion companion(JsonNode node) {
        return new Companion(
                text(node, "file"), text(node, "sha256"), node.path("bytes").asLong(), object(node.path("object")));
    }

    private static List<Move> moves(JsonNode array) {
        List<Move> moves = new ArrayList<>();
        array.forEach(node -> moves.add(new Move(
                number(node, "from"),
                number(node, "to"),
                text(node, "by"),
                text(node, "reason"),
                time(node, "at"),
                node.has("operation") ? Optional.of(part(node)) : Optional.empty())));
        return moves;
    }

    private static Move.Part part(JsonNode node) {
        return new Move.Part(
                text(node, "operation"),
                text(node, "kind"),
                Optional.ofNullable(node.path("undoes").textValue()),
                FrameReason.ofCode(text(node, "reasonBefore")));
    }

    private static CameraIdentity camera(JsonNode node) {
        return new CameraIdentity(text(node, "serial"), text(node, "model"), text(node, "port"));
    }

    private static CardObject object(JsonNode node) {
        return new CardObject(
                text(node, "folder"), text(node, "name"), node.path("bytes").asLong(), time(node, "modified"));
    }

    private static FrameTimes times(JsonNode node) {
        Optional<Instant> pressed = node.has("pressed") ? Optional.of(time(node, "pressed")) : Optional.empty();
        return new FrameTimes(pressed, time(node, "announced"), time(node, "spooled"), time(node, "filed"));
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        String value = node.path(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException("there is no " + field);
        }
        return value;
    }
}
