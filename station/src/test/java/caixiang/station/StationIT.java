package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One picture, all the way: the station, libgphoto2 and the simulated camera and printer as processes of their own, spoken
 * to through their public interfaces only.
 */
@Timeout(240)
class StationIT {
    private static final Set<String> SETTLED = Set.of("done", "doubtful", "failed");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aPressBecomesAFrameUnderItsNumberAPortraitAndTwoPrintedSheets() throws Exception {
        Path roster = Files.writeString(folder.resolve("roster.csv"), "学号,姓名\n20260001,样甲子\n20260002,样乙丑\n");
        Path settings = Files.writeString(
                folder.resolve("day.conf"),
                "identity.key = \"" + folder.resolve("identity.key") + "\"\ncapture.free-space-min = 0B\n"
                        + "capture.deadline = 60s\n");
        Path paper = folder.resolve("paper");
        try (ChildProcess studio = new ChildProcess(
                "caixiang.sim.Main",
                folder.resolve("logs"),
                "studio",
                "--camera-port",
                "0",
                "--printer-port",
                "0",
                "--control-port",
                "0",
                "--out",
                paper.toString())) {
            List<String> devices = List.of(studio.awaitReady().split(" ", -1));
            try (ChildProcess station = new ChildProcess(
                    Main.class.getName(),
                    folder.resolve("logs"),
                    "run",
                    "--settings",
                    settings.toString(),
                    "--data",
                    folder.resolve("data").toString(),
                    "--session",
                    "it",
                    "--camera",
                    devices.get(0),
                    "--printer",
                    devices.get(1),
                    "--roster",
                    roster.toString(),
                    "--http-port",
                    "0")) {
                URI console = URI.create(station.awaitReady());
                News news = News.follow(client, console);
                awaitCamera(console, news);
                seat(URI.create(devices.get(2)), "sitter-1");
                photograph(console, news, paper);
            }
        }
    }

    private void photograph(URI console, News news, Path paper) throws Exception {
        post(
                console,
                "api/check-ins",
                new JsonObject().put("credential", "20260002").put("requestId", "check-in-1"));
        JsonObject press = post(console, "api/captures", new JsonObject().put("requestId", "press-0001"));
        assertEquals("filed", press.getString("state"), press.encode());
        JsonObject frame = awaitSheets(console, news, press.getString("frameId"));

        assertEquals(1, frame.getInteger("number"), frame.encode());
        assertEquals("20260002", frame.getJsonObject("person").getString("studentNumber"));
        assertEquals("triggered", frame.getString("reason"));
        byte[] archived = Files.readAllBytes(archived(frame.getString("file")));
        assertEquals(frame.getString("sha256"), sha256(archived));
        assertTrue(Files.size(archived(frame.getString("portrait"))) > 0);

        JsonArray sheets = frame.getJsonArray("sheets");
        assertEquals(2, sheets.size(), frame.encode());
        for (Object each : sheets) {
            JsonObject sheet = (JsonObject) each;
            assertEquals("done", sheet.getString("state"), sheet.encode());
            byte[] pdf = Files.readAllBytes(archived(sheet.getString("file")));
            assertTrue(isOnPaper(paper, pdf), "the printer never received " + sheet.encode());
        }
    }

    private Path archived(String file) {
        return folder.resolve("data/archive").resolve(file);
    }

    private void awaitCamera(URI console, News news) throws Exception {
        while (!get(console, "api/state")
                .getJsonObject("camera")
                .getString("state")
                .equals("ready")) {
            news.await();
        }
    }

    private void seat(URI control, String key) throws Exception {
        var body = new JsonObject().put("key", key).put("seed", 1).encode();
        HttpResponse<String> seated = client.send(
                HttpRequest.newBuilder(control.resolve("/seat"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(2, seated.statusCode() / 100, seated.body());
    }

    private JsonObject awaitSheets(URI console, News news, String frameId) throws Exception {
        JsonObject frame = get(console, "api/frames/" + frameId);
        while (!isSettled(frame.getJsonArray("sheets"))) {
            news.await();
            frame = get(console, "api/frames/" + frameId);
        }
        return frame;
    }

    private static boolean isSettled(JsonArray sheets) {
        return sheets.size() == 2
                && sheets.stream().allMatch(sheet -> SETTLED.contains(((JsonObject) sheet).getString("state")));
    }

    private JsonObject get(URI console, String path) throws IOException, InterruptedException {
        return ok(HttpRequest.newBuilder(console.resolve("/" + path)));
    }

    private JsonObject post(URI console, String path, JsonObject body) throws IOException, InterruptedException {
        return ok(HttpRequest.newBuilder(console.resolve("/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    private JsonObject ok(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return new JsonObject(answer.body());
    }

    private static boolean isOnPaper(Path paper, byte[] pdf) throws Exception {
        String wanted = sha256(pdf);
        try (Stream<Path> files = Files.walk(paper)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (sha256(Files.readAllBytes(file)).equals(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
