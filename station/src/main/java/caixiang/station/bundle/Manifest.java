package caixiang.station.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a bundle holds; its first entry, {@code manifest.json}. Version 1.
 *
 * @param rows the session's rows by table; a person's identity number is plain here, the bundle being sealed
 */
record Manifest(
        String bundleId,
        String sessionId,
        String station,
        Instant exportedAt,
        Map<String, List<Map<String, Object>>> rows,
        List<PackedFile> files) {

    static final String ENTRY = "manifest.json";
    static final int BYTES_MAX = 256 << 20;

    private static final int VERSION = 1;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,39}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PATH = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*(/[0-9A-Za-z][0-9A-Za-z._-]*){1,5}");
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] encode() throws IOException {
        ObjectNode root = JSON.createObjectNode()
                .put("version", VERSION)
                .put("bundleId", bundleId)
                .put("session", sessionId)
                .put("station", station)
                .put("exportedAt", exportedAt.toString());
        root.set("rows", JSON.valueToTree(rows));
        ArrayNode list = root.putArray("files");
        files.forEach(file -> list.addObject()
                .put("path", file.path())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        return JSON.writeValueAsBytes(root);
    }

    /** Reads a manifest that has not been proved genuine: nothing in it can lead outside the session's folder. */
    static Manifest decode(byte[] bytes) throws BundleException {
        try {
            JsonNode root = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (root.path("version").asInt() > VERSION) {
                throw new BundleException("the bundle was made by a newer program; install that version here first");
            }
            String session = matching(root, "session", ID);
            return new Manifest(
                    matching(root, "bundleId", ID),
                    session,
                    matching(root, "station", ID),
                    Instant.parse(matching(root, "exportedAt", Pattern.compile(".{1,40}"))),
                    rows(root.path("rows")),
                    files(root.path("files"), session));
        } catch (IOException | DateTimeException e) {
            throw new BundleException("the bundle's table of contents cannot be read", e);
        }
    }

    private static Map<String, List<Map<String, Object>>> rows(JsonNode tables) throws BundleException {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (JsonNode row : table.getValue()) {
                rows.add(row(row));
            }
            all.put(table.getKey(), rows);
        }
        return all;
    }

    private static Map<String, Object> row(JsonNode row) throws BundleException {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            JsonNode value = column.getValue();
            if (value.isTextual()) {
                columns.put(column.getKey(), value.textValue());
            } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                columns.put(column.getKey(), value.longValue());
            } else {
                throw new BundleException("the bundle's rows hold something that is neither text nor a whole number");
            }
        }
        return columns;
    }

    private static List<PackedFile> files(JsonNode list, String session) throws BundleException {
        List<PackedFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode node : list) {
            String path = matching(node, "path", PATH);
            if (!path.startsWith(session + "/") || !seen.add(path)) {
                throw new BundleException("the bundle names a file outside its session, or one twice: " + path);
            }
            long bytes = node.path("bytes").asLong(-1);
            if (bytes < 0) {
                throw new BundleException("the bundle does not say how long " + path + " is");
            }
            files.add(new PackedFile(path, bytes, matching(node, "sha256", SHA256)));
        }
        return files;
    }

    private static String matching(JsonNode node, String field, Pattern pattern) throws BundleException {
        String value = node.path(field).asText("");
        if (!pattern.matcher(value).matches()) {
            throw new BundleException("the bundle's table of contents has no proper " + field);
        }
        return value;
    }
}
