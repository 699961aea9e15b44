package caixiang.sim.rehearsal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** JSON over HTTP to one server. Every exchange ends within the deadline. Safe for use by several threads. */
final class JsonHttp {
    /** Longer than the station's own deadline for a capture, so that its answer arrives rather than our time-out. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<URI> base;

    /** @param base asked before each request; ends with a slash, and paths are resolved against it */
    JsonHttp(Supplier<URI> base) {
        this.base = base;
    }

    HttpClient client() {
        return client;
    }

    URI resolve(String path) {
        return base.get().resolve(path);
    }

    JsonNode get(String path) throws RehearsalException, InterruptedException {
        return tree(request(path).GET().build());
    }

    byte[] download(String path) throws RehearsalException, InterruptedException {
        return send(request(path).GET().build()).body();
    }

    JsonNode post(String path, Map<String, ?> body) throws RehearsalException, InterruptedException {
        try {
            byte[] bytes = MAPPER.writeValueAsBytes(body);
            return tree(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(bytes))
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    JsonNode post(String path) throws RehearsalException, InterruptedException {
        return tree(request(path).POST(BodyPublishers.noBody()).build());
    }

    /** Sends a request and hangs up after a moment, whether or not the answer has come. */
    void postAndHangUp(String path, Map<String, ?> body, Duration after) throws InterruptedException {
        HttpRequest request;
        try {
            request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            answer.get(after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Nobody waits for it any more; that is the point.
            answer.cancel(true);
        }
    }

    void delete(String path) throws RehearsalException, InterruptedException {
        send(request(path).DELETE().build());
    }

    static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(resolve(path)).timeout(DEADLINE);
    }

    private JsonNode tree(HttpRequest request) throws RehearsalException, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        try {
            return response.body().length == 0 ? MissingNode.getInstance() : MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new RehearsalException(name(request) + " did not answer with JSON", e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws RehearsalException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new RehearsalException(name(request) + " failed: " + e, e);
        }
        if (response.statusCode() / 100 != 2) {
            throw refusal(request, response);
        }
        return response;
    }

    private static RehearsalException refusal(HttpRequest request, HttpResponse<byte[]> response) {
        String what = name(request) + " was refused: " + response.statusCode();
        try {
            JsonNode problem = MAPPER.readTree(response.body());
            // The station sends RFC 9457 problems, the simulator's control port {"error": …}.
            String title = problem.path("title").asText(problem.path("error").asText("without a reason"));
            String code = problem.path("code").asText(String.valueOf(response.statusCode()));
            return RehearsalException.refused("%s %s %s".formatted(what, code, title), code);
        } catch (IOException e) {
            return RehearsalException.refused(what + " without a reason", String.valueOf(response.statusCode()));
        }
    }

    private static String name(HttpRequest request) {
        return request.method() + " " + request.uri();
    }
}
