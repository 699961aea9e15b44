package caixiang.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/** An answer of the control port. */
final class ControlReply {
    private static final byte[] NOTHING = {};

    private final int status;
    private final String contentType;
    private final byte[] body;

    private ControlReply(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    static ControlReply json(int status, JsonNode json) {
        return new ControlReply(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Done, nothing to tell. */
    static ControlReply done() {
        return new ControlReply(204, "application/json", NOTHING);
    }

    static ControlReply error(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }

    static ControlReply bytes(String contentType, byte[] bytes) {
        return new ControlReply(200, contentType, bytes);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }
}
