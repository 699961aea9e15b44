package caixiang.station.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The station's OpenAPI contract, as it stands in the tree and as Vert.x can check requests against it. */
final class Contract {
    private static final String RESOURCE = "/openapi/station.yaml";

    private Contract() {}

    /** Reads the contract as written. Blocks; meant for the start. */
    static JsonObject read() throws IOException {
        try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the program is incomplete: " + RESOURCE + " is missing; build it again");
            }
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new JsonObject(document);
        }
    }

    static Future<OpenAPIContract> forRequests(Vertx vertx, JsonObject written) {
        return OpenAPIContract.from(vertx, withoutForeignMediaTypes(written.copy()));
    }

    /**
     * vertx-openapi 5.0.10 refuses a contract that mentions a media type it has no parser for (image/jpeg, text/csv,
     * application/problem+json). It needs none of them to check a request, so its copy goes without.
     */
    private static JsonObject withoutForeignMediaTypes(JsonObject contract) {
        JsonObject paths = contract.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject operations = paths.getJsonObject(path);
            for (String method : operations.fieldNames()) {
                JsonObject operation = operations.getJsonObject(method);
                if (operation.containsKey("requestBody") && !isReadable(operation.getJsonObject("requestBody"))) {
                    operation.remove("requestBody");
                }
                JsonObject responses = operation.getJsonObject("responses");
                responses.remove("default");
                for (String status : responses.fieldNames()) {
                    if (!isReadable(responses.getJsonObject(status))) {
                        responses.getJsonObject(status).remove("content");
                    }
                }
            }
        }
        contract.getJsonObject("components").remove("responses");
        return contract;
    }

    private static boolean isReadable(JsonObject described) {
        return described.getJsonObject("content", new JsonObject()).fieldNames().stream()
                .allMatch(MediaType::isMediaTypeSupported);
    }
}
