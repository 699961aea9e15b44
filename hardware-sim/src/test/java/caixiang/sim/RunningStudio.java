package caixiang.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A camera with its control port in this process, and an HTTP client for it. */
final class RunningStudio implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CameraSetup setup;
    private final ControlPort control;
    private final HttpClient http = HttpClient.newHttpClient();

    /** An answer of the control port. */
    record Answer(int status, String text) {}

    private RunningStudio(CameraSetup setup, ControlPort control) {
        this.setup = setup;
        this.control = control;
    }

    /** Starts with the options of the command line. */
    static RunningStudio start(String... options) throws UsageException, IOException {
        CameraSetup setup = CameraSetup.start(Arguments.parse(List.of(options), CameraSetup.OPTIONS), 0);
        return new RunningStudio(setup, ControlPort.start(0, ControlRoutes.of(setup)));
    }

    URI camera() {
        return setup.camera().uri();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        control.close();
        setup.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(control.uri().resolve(path)).timeout(Duration.ofSeconds(30));
    }
}
