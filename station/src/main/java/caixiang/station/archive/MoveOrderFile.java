package caixiang.station.archive;

import caixiang.station.archive.MoveOrder.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link MoveOrder} as JSON: its frames are written as in their sidecars. {@code version} is 1. */
final class MoveOrderFile {
    private static final int VERSION = 1;

    /** A frame takes about 3 KB, and an order has at most {@link Reassignment#STEPS_MAX} of them. */
    private static final int BYTES_MAX = 64 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MoveOrderFile() {}

    static byte[] encode(MoveOrder order) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION)
                .put("operationId", order.operationId())
                .put("session", order.sessionId())
                .put("requestId", order.requestId())
                .put("kind", order.kind())
                .put("by", order.by())
                .put("reason", order.reason())
                .put("at", order.at().toString());
        order.undoes().ifPresent(undone -> root.put("undoes", undone));
        ArrayNode steps = root.putArray("steps");
        try {
            for (Step step : order.steps()) {
                ObjectNode node = steps.addObject();
                node.set("before", JSON.readTree(Sidecar.encode(step.before())));
                node.set("after", JSON.readTree(Sidecar.encode(step.after())));
            }
            return (root + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /**
     * Reads an order.
     *
     * @throws IOException if the file cannot be read or is no order of a known version
     */
    static MoveOrder read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException(file + " is too long for an order to move frames");
        }
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (root.path("version").asInt() != VERSION) {
            throw new IOException(file + " is not an order of version " + VERSION);
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode node : root.path("steps")) {
            steps.add(new Step(
                    Sidecar.decode(node.path("before"), file.toString()),
                    Sidecar.decode(node.path("after"), file.toString())));
        }
        try {
            return new MoveOrder(
                    text(root, "operationId"),
                    text(root, "session"),
                    text(root, "requestId"),
                    text(root, "kind"),
                    Optional.ofNullable(root.path("undoes").textValue()),
                    text(root, "by"),
                    text(root, "reason"),
                    Instant.parse(text(root, "at")),
                    steps);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode node, String field) {
        String value = node.path(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException("there is no " + field);
        }
        return value;
    }
}
