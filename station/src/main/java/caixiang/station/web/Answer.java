package caixiang.station.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** What the API answers when it can. Writing it fails only before the first byte has gone out, or with the connection. */
@FunctionalInterface
interface Answer {
    String JPEG = "image/jpeg";
    String PDF = "application/pdf";

    Future<Void> write(HttpServerResponse response);

    static Answer ok(JsonObject json) {
        return json(200, json.toBuffer());
    }

    static Answer ok(List<JsonObject> json) {
        return json(200, new JsonArray(json).toBuffer());
    }

    static Answer created(JsonObject json) {
        return json(201, json.toBuffer());
    }

    /** Taken, but not yet done. */
    static Answer accepted(JsonObject json) {
        return json(202, json.toBuffer());
    }

    /** A file of the archive, as it lies there. Vert.x sends it without reading it into memory. */
    static Answer file(Path file, String mediaType) {
        return response -> response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .sendFile(file.toAbsolutePath().toString())
                .recover(failure -> Future.failedFuture(
                        new Refusal(Problem.of(ProblemCode.STORE_FAILED, "The archive cannot give this file now."))));
    }

    static Answer bytes(Buffer bytes, String mediaType) {
        return response ->
                response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(bytes);
    }

    private static Answer json(int status, Buffer body) {
        return response -> response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body);
    }
}
