package caixiang.station.archive;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame's facts as the JSON file beside it, from which the database can be rebuilt. It holds a shooting number and no
 * name or identity number. {@code version} is 1; a reader refuses what it does not know.
 */
final class Sidecar {
    private static final int VERSION = 1;
    private static final int BYTES_MAX = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sidecar() {}

    static byte[] encode(Frame frame) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("frameId", frame.frameId());
        root.put("session", frame.sessionId());
        frame.number().ifPresent(number -> root.put("number", number));
        frame.shotId().ifPresent(shot -> root.put("shotId", shot));
        root.put("reason", frame.reason().code());
        root.put("file", frame.file());
        root.put("sha256", frame.sha256());
        root.put("bytes", frame.bytes());
        root.putObject("camera")
                .put("serial", frame.camera().serial())
                .put("model", frame.camera().model())
                .put("port", frame.camera().port());
        root.putObject("object")
                .put("folder", frame.object().folder())
                .put("name", frame.object().name())
                .put("bytes", frame.object().sizeBytes())
                .put("modified", frame.object().modified().toString());
        ObjectNode times = root.putObject("times");
        frame.times().pressed().ifPresent(pressed -> times.put("pressed", pressed.toString()));
        times.put("announced", frame.times().announced().toString())
                .put("spooled", frame.times().spooled().toString())
                .put("filed", frame.times().filed().toString());
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a sidecar.
     *
     * @throws IOException if the file cannot be read or is no sidecar of a known version
     */
    static Frame read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException(file + " is too long for a sidecar");
        }
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (root.path("version").asInt() != VERSION) {
            throw new IOException(file + " is not a sidecar of version " + VERSION);
        }
        try {
            return new Frame(
                    text(root, "frameId"),
                    text(root, "session"),
                    root.has("number") ? OptionalInt.of(root.path("number").asInt()) : OptionalInt.empty(),
                    Optional.ofNullable(root.path("shotId").textValue()),
                    FrameReason.ofCode(text(root, "reason")),
                    text(root, "file"),
                    text(root, "sha256"),
                    root.path("bytes").asLong(),
                    camera(root.path("camera")),
                    object(root.path("object")),
                    times(root.path("times")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
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
