package caixiang.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP to one server; an answer that is not 2xx fails the test. */
final class Http {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Http(URI base) {
        this.base = base;
    }

    JsonNode get(String path) throws InterruptedException {
        return expect2xx(send(request(path).GET().build()));
    }

    byte[] bytes(String path) throws InterruptedException {
        HttpResponse<byte[]> response = send(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode());
        }
        return response.body();
    }

    JsonNode post(String path, Object body) throws InterruptedException {
        return expect2xx(send(posting(path, body)));
    }

    /** Sends and does not wait for the answer; the server may well be killed before it gives one. */
    void fire(String path, Object body) {
        var unused = client.sendAsync(posting(path, body), BodyHandlers.discarding());
    }

    private HttpRequest posting(String path, Object body) {
        try {
            return request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(DEADLINE);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        }
    }

    private static JsonNode expect2xx(HttpResponse<byte[]> response) {
        try {
            JsonNode body = MAPPER.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(response.uri() + " answered " + response.statusCode() + " " + body);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(response.uri().toString(), e);
        }
    }
}
