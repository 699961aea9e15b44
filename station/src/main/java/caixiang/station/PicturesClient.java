package caixiang.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The few requests of the public API that {@link PicturesCommand} makes of a running station. */
final class PicturesClient {
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final String REASON = "import-pictures --accept";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI station;

    PicturesClient(URI station) {
        this.station = station;
    }

    /** The station said no; the message is its own. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Whom a file's name means.
     *
     * @param number 0 when this person holds none yet
     */
    record Named(String person, String studentNumber, String maskedName, int number) {
        boolean isKnown() {
            return person.equals("known");
        }
    }

    /**
     * What became of a picture.
     *
     * @param frameId empty while it waits to be filed
     * @param number of the person named; 0 for nobody
     */
    record Sent(String result, String frameId, int number) {
        boolean isToBeMoved() {
            return number > 0 && !frameId.isEmpty();
        }
    }

    List<Named> find(List<String> names) throws IOException, InterruptedException, RefusedException {
        ObjectNode asked = JSON.createObjectNode();
        names.forEach(asked.putArray("names")::add);
        List<Named> found = new ArrayList<>();
        for (JsonNode each : post("/api/pictures/named", asked)) {
            found.add(new Named(
                    each.path("person").asText(),
                    each.path("studentNumber").asText(),
                    each.path("maskedName").asText(),
                    each.path("number").asInt()));
        }
        if (found.size() != names.size()) {
            throw new IOException("the station did not answer for each name");
        }
        return found;
    }

    Sent send(String name, Path picture) throws IOException, InterruptedException, RefusedException {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        JsonNode answer = answer(request("/api/pictures?name=" + encoded)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofFile(picture))
                .build());
        return new Sent(
                answer.path("result").asText(),
                answer.path("frameId").asText(),
                answer.path("number").asInt());
    }

    /** Gives these pictures of the tray to whom their files named, as one move. */
    void moveNamed(List<String> frameIds) throws IOException, InterruptedException, RefusedException {
        ObjectNode move = JSON.createObjectNode();
        frameIds.forEach(move.putObject("named").putArray("frameIds")::add);
        String token = post("/api/moves/preview", move).path("token").asText();
        ObjectNode command = JSON.createObjectNode()
                .put("requestId", UUID.randomUUID().toString())
                .put("token", token)
                .put("reason", REASON);
        command.set("move", move);
        JsonNode unused = post("/api/moves", command);
    }

    private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException, RefusedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(station.resolve(path)).timeout(ANSWER_WITHIN);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException, RefusedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            String detail = answer.path("detail").asText(answer.path("title").asText());
            throw new RefusedException(answer.path("code").asText() + ": " + detail);
        }
        return answer;
    }
}
