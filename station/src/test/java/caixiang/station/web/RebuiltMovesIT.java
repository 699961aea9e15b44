package caixiang.station.web;

import static caixiang.station.web.TestStation.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.rebuild.Rebuild;
import caixiang.station.rebuild.RebuildReport;
import caixiang.station.store.IdentityKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people have moved, after the database was thrown away and made again from the archive. */
@Timeout(60)
final class RebuiltMovesIT {
    @TempDir
    private Path folder;

    private String frameId = "";
    private JsonObject movesBefore = new JsonObject();

    /** From the tray to number 1, taken back, to number 1 again, and on to number 2. */
    @BeforeEach
    void moveThreeTimes() throws Exception {
        try (TestStation station = new TestStation(folder)) {
            station.camera.pressBody();
            JsonArray tray = array(station.get("/api/tray"));
            while (tray.isEmpty()) {
                tray = array(station.get("/api/tray"));
            }
            frameId = tray.getJsonObject(0).getString("frameId");
            station.checkIn("20260001", "request-1");
            station.checkIn("20260002", "request-2");
            String first = move(station, 1, "认脸");
            undo(station, first, "看错了");
            move(station, 1, "又看了一遍");
            move(station, 2, "是后面一位");
            movesBefore = json(station.get("/api/moves"));
        }
    }

    @Test
    void theListOfMovesIsTheOneThatWasLostAndTheLastOneIsUndone() throws Exception {
        RebuildReport report = rebuild();

        assertTrue(report.isComplete(), () -> String.join("\n", report.lines()));
        assertEquals(0, report.movesUnknown());
        try (TestStation station = new TestStation(folder)) {
            JsonObject moves = json(station.get("/api/moves"));
            assertEquals(movesBefore.getJsonArray("operations"), moves.getJsonArray("operations"));
            JsonObject last = moves.getJsonArray("operations").getJsonObject(0);
            assertEquals("是后面一位", last.getString("reason"));
            undo(station, last.getString("operationId"), "还是前面一位");
            JsonObject frame = json(station.get("/api/frames/" + frameId));
            assertEquals(1, frame.getInteger("number"));
            assertEquals("moved", frame.getString("reason"), "as it was under number 1");
        }
    }

    @Test
    void movesOfAnOlderProgramAreToldToBeWithoutUndo() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("data/archive"))) {
            Path sidecar = files.filter(file -> file.endsWith(frameId + ".json"))
                    .findFirst()
                    .orElseThrow();
            JsonObject written = new JsonObject(Files.readString(sidecar));
            for (Object each : written.getJsonArray("moves")) {
                List.of("operation", "kind", "undoes", "reasonBefore").forEach(((JsonObject) each)::remove);
            }
            Files.writeString(sidecar, written.encode());
        }

        RebuildReport report = rebuild();

        assertEquals(4, report.movesUnknown());
        assertTrue(String.join("\n", report.lines()).contains("how to undo 4 moves"));
        assertEquals(1, report.rows("frame"));
    }

    private RebuildReport rebuild() throws Exception {
        Path database = folder.resolve("data/db/caixiang.sqlite");
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + end));
        }
        var key = IdentityKey.existing(folder.resolve("key/identity.key"));
        return new Rebuild(folder.resolve("data/archive"), key, Clock.systemUTC()).into(database);
    }

    private String move(TestStation station, int number, String reason) throws Exception {
        JsonObject move = new JsonObject()
                .put(
                        "frames",
                        new JsonObject()
                                .put("frameIds", new JsonArray().add(frameId))
                                .put("number", number));
        String token = json(station.post("/api/moves/preview", move)).getString("token");
        JsonObject command = new JsonObject()
                .put("requestId", "move-" + reason.hashCode())
                .put("reason", reason)
                .put("token", token)
                .put("move", move);
        HttpResponse<byte[]> done = station.post("/api/moves", command);
        assertEquals(2, done.statusCode() / 100, () -> new String(done.body(), StandardCharsets.UTF_8));
        return json(done).getString("operationId");
    }

    private static void undo(TestStation station, String operation, String reason) throws Exception {
        JsonObject command =
                new JsonObject().put("requestId", "undo-" + reason.hashCode()).put("reason", reason);
        HttpResponse<byte[]> done = station.post("/api/moves/" + operation + "/undo", command);
        assertEquals(2, done.statusCode() / 100, () -> new String(done.body(), StandardCharsets.UTF_8));
    }

    private static JsonArray array(HttpResponse<byte[]> response) {
        return new JsonArray(new String(response.body(), StandardCharsets.UTF_8));
    }
}
