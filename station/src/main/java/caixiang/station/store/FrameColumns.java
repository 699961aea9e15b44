package caixiang.station.store;

import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.Move;
import caixiang.station.camera.CardObject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The columns of a frame's row that hold lists or may be empty together. */
final class FrameColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FrameColumns() {}

    static String evidence(Frame frame) {
        ArrayNode array = JSON.createArrayNode();
        frame.evidence().forEach(array::add);
        return array.toString();
    }

    static List<String> evidence(ResultSet rs) throws SQLException {
        List<String> evidence = new ArrayList<>();
        array(rs, "evidence").forEach(word -> evidence.add(word.asText()));
        return evidence;
    }

    static String moves(Frame frame) {
        ArrayNode array = JSON.createArrayNode();
        for (Move move : frame.moves()) {
            ObjectNode node = array.addObject();
            move.from().ifPresent(number -> node.put("from", number));
            move.to().ifPresent(number -> node.put("to", number));
            node.put("by", move.by())
                    .put("reason", move.reason())
                    .put("at", move.at().toEpochMilli());
            move.part().ifPresent(part -> {
                node.put("operation", part.operationId())
                        .put("kind", part.kind())
                        .put("reasonBefore", part.before().code());
                part.undoes().ifPresent(undone -> node.put("undoes", undone));
            });
        }
        return array.toString();
    }

    static List<Move> moves(ResultSet rs) throws SQLException {
        List<Move> moves = new ArrayList<>();
        array(rs, "moves")
                .forEach(node -> moves.add(new Move(
                        number(node, "from"),
                        number(node, "to"),
                        node.path("by").asText(),
                        node.path("reason").asText(),
                        Instant.ofEpochMilli(node.path("at").asLong()),
                        node.has("operation") ? Optional.of(part(node)) : Optional.empty())));
        return moves;
    }

    private static Move.Part part(JsonNode node) {
        return new Move.Part(
                node.path("operation").asText(),
                node.path("kind").asText(),
                Optional.ofNullable(node.path("undoes").textValue()),
                FrameReason.ofCode(node.path("reasonBefore").asText()));
    }

    /** Names and values to bind; all empty without a companion. */
    static Map<String, Object> companion(Frame frame) {
        Optional<Companion> companion = frame.companion();
        Optional<CardObject> object = companion.map(Companion::object);
        Map<String, Object> columns = new HashMap<>();
        columns.put("companionFile", companion.map(Companion::file).orElse(null));
        columns.put("companionSha256", companion.map(Companion::sha256).orElse(null));
        columns.put("companionBytes", companion.map(Companion::bytes).orElse(null));
        columns.put("companionFolder", object.map(CardObject::folder).orElse(null));
        columns.put("companionName", object.map(CardObject::name).orElse(null));
        columns.put("companionObjectBytes", object.map(CardObject::sizeBytes).orElse(null));
        columns.put(
                "companionModified",
                object.map(o -> o.modified().toEpochMilli()).orElse(null));
        return columns;
    }

    static Optional<Companion> companion(ResultSet rs) throws SQLException {
        String file = rs.getString("companion_file");
        if (file == null) {
            return Optional.empty();
        }
        return Optional.of(new Companion(
                file,
                rs.getString("companion_sha256"),
                rs.getLong("companion_bytes"),
                new CardObject(
                        rs.getString("companion_folder"),
                        rs.getString("companion_name"),
                        rs.getLong("companion_object_bytes"),
                        Columns.time(rs, "companion_modified"))));
    }

    private static OptionalInt number(JsonNode node, String field) {
        return node.has(field) ? OptionalInt.of(node.path(field).asInt()) : OptionalInt.empty();
    }

    private static JsonNode array(ResultSet rs, String column) throws SQLException {
        try {
            return JSON.readTree(rs.getString(column));
        } catch (JsonProcessingException e) {
            throw new SQLException("column " + column + " of a frame holds no JSON", e);
        }
    }
}
