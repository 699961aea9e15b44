package caixiang.station.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the API answers when it can: a status and a JSON document. */
record Answer(int status, Buffer body) {

    static Answer ok(JsonObject json) {
        return new Answer(200, json.toBuffer());
    }

    static Answer ok(List<JsonObject> json) {
        return new Answer(200, new JsonArray(json).toBuffer());
    }

    static Answer created(JsonObject json) {
        return new Answer(201, json.toBuffer());
    }

    /** Taken, but not yet done. */
    static Answer accepted(JsonObject json) {
        return new Answer(202, json.toBuffer());
    }

    void write(HttpServerResponse response) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body);
    }
}
