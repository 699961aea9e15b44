package caixiang.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The station as a process on a data folder that outlives it, and the few requests the tests make. */
final class Station implements AutoCloseable {
    /** A frame as the station tells it; number 0 while it lies in the tray. */
    record Frame(String id, int number, String studentNumber, String sha256) {}

    private static final Duration CAMERA_DEADLINE = Duration.ofSeconds(60);

    private static final Duration PAPER_DEADLINE = Duration.ofMinutes(2);

    private final Program program;
    private final URI address;
    private final Http http;

    private Station(Program program, URI address) {
        this.program = program;
        this.address = address;
        this.http = new Http(address);
    }

    /** Starts on {@code folder}, which may hold an earlier run's data, and waits until the camera can be used. */
    static Station start(Path folder, String camera, String printer) throws IOException, InterruptedException {
        Path settings = folder.resolve("station.conf");
        Files.writeString(settings, "identity.key = \"%s\"%n".formatted(folder.resolve("identity.key")));
        List<String> arguments = List.of(
                "run",
                "--settings",
                settings.toString(),
                "--camera",
                camera,
                "--printer",
                printer,
                "--roster",
                Program.HOME.resolve("hardware-sim/samples/roster.csv").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--session",
                "acceptance",
                "--http-port",
                "0");
        Program program = Program.java("station", folder.resolve("station-" + UUID.randomUUID() + ".log"), arguments);
        Station station = new Station(program, URI.create(program.awaitReady().get(0)));
        station.awaitCamera();
        return station;
    }

    URI address() {
        return address;
    }

    Program program() {
        return program;
    }

    JsonNode state() throws InterruptedException {
        return http.get("/api/state");
    }

    void awaitCamera() throws InterruptedException {
        Wait.forFact("the camera is ready", CAMERA_DEADLINE, () -> {
            JsonNode camera = state().path("camera");
            return camera.path("state").asText().equals("ready") ? Optional.of(camera) : Optional.empty();
        });
    }

    /** Checks a person in and calls numbers until it is this person's turn; the number. */
    int bringForward(String studentNumber) throws InterruptedException {
        JsonNode sitting = http.post("/api/check-ins", Map.of("credential", studentNumber, "requestId", requestId()));
        int number = sitting.path("number").asInt();
        JsonNode queue = state().path("queue");
        for (int calls = 0; calls < 3 && queue.path("current").path("number").asInt() != number; calls++) {
            queue = http.post("/api/queue/next", Map.of());
        }
        if (queue.path("current").path("number").asInt() != number) {
            throw new AssertionError(number + " is not current: " + queue);
        }
        return number;
    }

    /** Fires the camera for whoever is current, without waiting for the outcome. */
    void press() {
        http.fire("/api/captures", Map.of("requestId", requestId(), "source", "api"));
    }

    /** Fires the camera for whoever is current; the answer comes when the frame is filed. */
    void shoot() throws InterruptedException {
        JsonNode outcome = http.post("/api/captures", Map.of("requestId", requestId(), "source", "api"));
        if (!outcome.path("state").asText().equals("filed")) {
            throw new AssertionError("not filed: " + outcome);
        }
    }

    /** Waits until every sheet of a number's frames is on paper. */
    void awaitPaper(int number) throws InterruptedException {
        Wait.forFact("the sheets of " + number + " are printed", PAPER_DEADLINE, () -> {
            JsonNode frames = http.get("/api/sittings/" + number).path("frames");
            List<String> states = new ArrayList<>();
            frames.forEach(frame -> states.addAll(frame.path("sheets").findValuesAsText("state")));
            boolean isPrinted =
                    states.size() == 2 * frames.size() && states.stream().allMatch("done"::equals);
            return isPrinted ? Optional.of(states) : Optional.empty();
        });
    }

    /** Every frame the station knows of, filed or in the tray. */
    List<Frame> frames() throws InterruptedException {
        List<Frame> frames = new ArrayList<>();
        for (JsonNode sitting : http.get("/api/sittings?limit=1000")) {
            int number = sitting.path("number").asInt();
            http.get("/api/sittings/" + number).path("frames").forEach(frame -> frames.add(frame(frame)));
        }
        http.get("/api/tray").forEach(frame -> frames.add(frame(frame)));
        return frames;
    }

    private static Frame frame(JsonNode node) {
        return new Frame(
                node.path("frameId").asText(),
                node.path("number").asInt(),
                node.path("person").path("studentNumber").asText(),
                node.path("sha256").asText());
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        program.close();
    }
}
