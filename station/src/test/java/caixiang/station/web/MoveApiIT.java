package caixiang.station.web;

import static caixiang.station.web.TestStation.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tray and moves through the contract. */
@Timeout(60)
class MoveApiIT {
    @TempDir
    Path folder;

    private TestStation station;
    private ContractCheck contract;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(folder);
        contract = new ContractCheck();
    }

    @AfterEach
    void stop() throws Exception {
        station.close();
    }

    @Test
    void aFrameOfTheTrayIsPreviewedAssignedListedAndGivenBack() throws Exception {
        String frameId = frameInTray();
        station.checkIn("20260001", "request-1");
        JsonObject move = new JsonObject()
                .put(
                        "frames",
                        new JsonObject()
                                .put("frameIds", new JsonArray(List.of(frameId)))
                                .put("number", 1));
        JsonObject preview = json(checked("POST", "/moves/preview", station.post("/api/moves/preview", move)));
        assertEquals(1, preview.getJsonArray("numbers").getJsonObject(0).getInteger("after"));

        JsonObject command = new JsonObject()
                .put("requestId", "assign-1")
                .put("reason", "认脸")
                .put("token", preview.getString("token"))
                .put("number", 1);
        JsonObject done = json(checked(
                "POST", "/frames/{frameId}/assign", station.post("/api/frames/" + frameId + "/assign", command)));
        JsonObject again = json(station.post("/api/frames/" + frameId + "/assign", command));
        assertEquals(done, again);
        assertEquals(0, array(checked("GET", "/tray", station.get("/api/tray"))).size());
        JsonObject frame = json(checked("GET", "/frames/{frameId}", station.get("/api/frames/" + frameId)));
        assertEquals("moved", frame.getString("reason"));

        String operation = done.getString("operationId");
        JsonObject undo = new JsonObject().put("requestId", "undo-0001").put("reason", "错了");
        checked("POST", "/moves/{operationId}/undo", station.post("/api/moves/" + operation + "/undo", undo));
        JsonObject list = json(checked("GET", "/moves", station.get("/api/moves")));
        assertEquals(2, list.getJsonArray("operations").size());
        assertTrue(list.getJsonArray("operations").getJsonObject(1).containsKey("undoneBy"));
        assertEquals(1, array(station.get("/api/tray")).size());
        checked("GET", "/moves/suspected", station.get("/api/moves/suspected"));
    }

    @Test
    void anOldPreviewIsRefusedInWordsOfItsOwn() throws Exception {
        String frameId = frameInTray();
        station.checkIn("20260001", "request-1");
        JsonObject command = new JsonObject()
                .put("requestId", "assign-1")
                .put("reason", "认脸")
                .put("token", "0".repeat(64))
                .put("number", 1);
        HttpResponse<byte[]> refused = checked(
                "POST", "/frames/{frameId}/assign", station.post("/api/frames/" + frameId + "/assign", command));
        assertEquals(409, refused.statusCode());
        assertEquals("preview-outdated", json(refused).getString("code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"frames\":{\"frameIds\":[],\"number\":1}}",
                "{\"frames\":{\"frameIds\":[\"a\"]}}",
                "{\"frames\":{\"frameIds\":[\"a\"],\"number\":1,\"nobody\":true}}",
                "{\"frames\":{\"frameIds\":[\"a\"],\"nobody\":false}}",
                "{\"shift\":{\"from\":1,\"to\":2,\"by\":2}}",
                "{\"shift\":{\"from\":0,\"to\":2,\"by\":1}}",
                "{\"shift\":{\"from\":1,\"to\":2,\"by\":1,\"more\":1}}",
                "{\"shift\":{\"from\":1,\"to\":2,\"by\":1},\"frames\":{\"frameIds\":[\"a\"],\"number\":1}}"
            })
    void whatIsNoMoveIsABadRequest(String body) throws Exception {
        HttpResponse<byte[]> refused = station.post("/api/moves/preview", "application/json", body);
        assertEquals(400, refused.statusCode(), body);
        assertEquals("bad-request", json(refused).getString("code"));
    }

    private String frameInTray() throws Exception {
        station.camera.pressBody();
        JsonArray tray = array(station.get("/api/tray"));
        while (tray.isEmpty()) {
            tray = array(station.get("/api/tray"));
        }
        return tray.getJsonObject(0).getString("frameId");
    }

    private HttpResponse<byte[]> checked(String method, String path, HttpResponse<byte[]> response) {
        contract.check(method, path, response);
        return response;
    }

    private static JsonArray array(HttpResponse<byte[]> response) {
        return new JsonArray(new String(response.body(), StandardCharsets.UTF_8));
    }
}
