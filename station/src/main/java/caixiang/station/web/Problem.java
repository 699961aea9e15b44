package caixiang.station.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An answer that says why not (RFC 9457).
 *
 * @param status HTTP status; the code's own, except where HTTP itself refuses (405, 413, 415)
 * @param detail what exactly, in English; never holds an identity number or a name
 * @param rows for a refused roster, the rows at fault
 */
record Problem(ProblemCode code, int status, Optional<String> detail, List<JsonObject> rows) {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        rows = List.copyOf(rows);
    }

    static Problem of(ProblemCode code) {
        return new Problem(code, code.status(), Optional.empty(), List.of());
    }

    static Problem of(ProblemCode code, String detail) {
        return new Problem(code, code.status(), Optional.of(detail), List.of());
    }

    /** HTTP's own refusal: a bad request that keeps the status HTTP has for it. */
    static Problem badRequest(int status, String detail) {
        return new Problem(ProblemCode.BAD_REQUEST, status, Optional.of(detail), List.of());
    }

    static Problem withRows(ProblemCode code, List<JsonObject> rows) {
        return new Problem(code, code.status(), Optional.empty(), rows);
    }

    JsonObject toJson() {
        var json = new JsonObject()
                .put("type", "urn:caixiang:problem:" + code.code())
                .put("title", code.title())
                .put("status", status)
                .put("code", code.code());
        detail.ifPresent(text -> json.put("detail", text));
        if (!rows.isEmpty()) {
            json.put("rows", new JsonArray(rows));
        }
        return json;
    }
}
