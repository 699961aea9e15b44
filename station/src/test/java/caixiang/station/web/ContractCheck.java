package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Holds answers against the contract as it is written: status declared, media type declared, body as the schema says and
 * without a field the schema does not name.
 */
final class ContractCheck {
    private final JsonObject contract;

    ContractCheck() throws IOException {
        contract = Contract.read();
    }

    /** @param path as in the contract, with its placeholders */
    void check(String method, String path, HttpResponse<byte[]> response) {
        JsonObject operation =
                contract.getJsonObject("paths").getJsonObject(path).getJsonObject(method.toLowerCase(Locale.ROOT));
        JsonObject responses = operation.getJsonObject("responses");
        String status = String.valueOf(response.statusCode());
        boolean isProblem = response.statusCode() >= 400;
        String where = method + " " + path + " → " + status + " " + text(response);
        JsonObject declared = responses.getJsonObject(isProblem ? "default" : status);
        assertNotNull(declared, where + " is not in the contract");
        JsonObject content = resolved(declared).getJsonObject("content");
        String mediaType = response.headers().firstValue("content-type").orElse("none");
        assertTrue(content.containsKey(mediaType), where + " has media type " + mediaType);
        JsonObject schema = content.getJsonObject(mediaType).getJsonObject("schema");
        if (schema != null) {
            assertValid(schema, Json.decodeValue(text(response)), where);
        }
        if (isProblem) {
            assertEquals(response.statusCode(), new JsonObject(text(response)).getInteger("status"), where);
        }
    }

    private static void assertValid(JsonObject schema, Object value, String where) {
        var options = new JsonSchemaOptions()
                .setBaseUri("https://station.invalid/")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        var result = Validator.create(JsonSchema.of(schema), options).validate(value);
        assertTrue(result.getValid(), () -> where + " breaks the contract: " + result.toJson());
    }

    /** The same with every reference replaced by what it points to, and every object closed to other fields. */
    private JsonObject resolved(JsonObject node) {
        if (node.containsKey("$ref")) {
            return resolved(lookUp(node.getString("$ref")));
        }
        var result = new JsonObject();
        node.forEach(entry -> result.put(entry.getKey(), resolvedValue(entry.getValue())));
        if (result.getValue("properties") instanceof JsonObject) {
            result.put("additionalProperties", false);
        }
        return result;
    }

    private Object resolvedValue(Object value) {
        if (value instanceof JsonObject object) {
            return resolved(object);
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(array.stream().map(this::resolvedValue).toList());
        }
        return value;
    }

    private JsonObject lookUp(String reference) {
        JsonObject node = contract;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            node = node.getJsonObject(step);
        }
        return node;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
