package caixiang.station.web;

import static caixiang.station.web.TestStation.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.camera.CameraFault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the contract through HTTP, with the real rooms behind it; every answer is held against the contract. */
@Timeout(60)
class ApiIT {
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
    void aPersonIsCheckedInOnceAndKeepsTheNumber() throws Exception {
        HttpResponse<byte[]> first = checked("POST", "/check-ins", station.checkIn("20260001", "request-1"));
        HttpResponse<byte[]> sameRequest = checked("POST", "/check-ins", station.checkIn("20260001", "request-1"));
        HttpResponse<byte[]> again = checked("POST", "/check-ins", station.checkIn("20260001", "request-2"));
        assertEquals(201, first.statusCode());
        assertEquals(201, sameRequest.statusCode());
        assertEquals(200, again.statusCode());
        assertEquals(json(first), json(again));
        assertEquals(1, json(first).getInteger("number"));
        assertEquals("current", json(first).getString("status"));
        assertEquals("样*子", json(first).getJsonObject("person").getString("maskedName"));
    }

    @Test
    void theJournalSaysWhoAsked() throws Exception {
        String body = new JsonObject()
                .put("credential", "20260001")
                .put("requestId", "request-1")
                .encode();
        station.send(HttpRequest.newBuilder(station.get("/api/state").uri().resolve("/api/check-ins"))
                .header("Content-Type", "application/json")
                .header("Caixiang-Operator", "%E6%A0%B7%E6%93%8D%E4%BD%9C")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        station.press("press-one-1");

        String journal =
                new String(station.get("/api/journal?limit=50").body(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(journal.contains("\\\"by\\\":\\\"样操作\\\""), journal);
        assertTrue(journal.contains("\\\"by\\\":\\\"console\\\""), journal);
    }

    @Test
    void anUnknownNumberIsNobody() throws Exception {
        assertProblem(
                "unknown-credential", 422, checked("POST", "/check-ins", station.checkIn("20269999", "request-1")));
    }

    @Test
    void somebodyOnNoRosterIsAddedAndCheckedIn() throws Exception {
        JsonObject form = new JsonObject()
                .put("requestId", "walk-in-1")
                .put("studentNumber", "20269001")
                .put("name", "样新一")
                .put("college", "示例学院")
                .put("className", "一班")
                .put("reason", "名单漏报");
        HttpResponse<byte[]> added = checked("POST", "/people", station.post("/api/people", form));
        assertEquals(201, added.statusCode());
        assertEquals("样*一", json(added).getString("maskedName"));
        assertEquals(
                200,
                checked("POST", "/people", station.post("/api/people", form)).statusCode());
        assertEquals(
                201,
                checked("POST", "/check-ins", station.checkIn("20269001", "request-1"))
                        .statusCode());
        assertProblem(
                "person-listed",
                409,
                checked(
                        "POST",
                        "/people",
                        station.post("/api/people", form.copy().put("requestId", "walk-in-2"))));
        form.put("requestId", "walk-in-3").put("studentNumber", "20269002");
        assertProblem(
                "bad-id-number",
                422,
                checked(
                        "POST",
                        "/people",
                        station.post("/api/people", form.copy().put("idNumber", "999999200309010019"))));
        assertProblem(
                "bad-request",
                400,
                checked(
                        "POST",
                        "/people",
                        station.post("/api/people", form.copy().put("phone", "1"))));
        form.remove("reason");
        assertProblem("bad-request", 400, checked("POST", "/people", station.post("/api/people", form)));
    }

    @Test
    void theNextWaitingNumberIsCalledUntilNobodyWaits() throws Exception {
        station.checkIn("20260001", "request-1");
        station.checkIn("20260002", "request-2");
        JsonObject queue = json(checked("POST", "/queue/next", station.post("/api/queue/next", new JsonObject())));
        assertEquals(2, queue.getJsonObject("current").getInteger("number"));
        JsonObject empty = json(checked("POST", "/queue/next", station.post("/api/queue/next", new JsonObject())));
        assertEquals(new JsonObject().put("waiting", new JsonArray()), empty);
        JsonArray sittings = array(checked("GET", "/sittings", station.get("/api/sittings?limit=1")));
        assertEquals(1, sittings.size());
        assertEquals(2, sittings.getJsonObject(0).getInteger("number"));
    }

    @Test
    void aPressIsFiledUnderTheCurrentNumber() throws Exception {
        station.checkIn("20260001", "request-1");
        HttpResponse<byte[]> press = checked("POST", "/captures", station.press("press-0001"));
        assertEquals(200, press.statusCode());
        assertEquals("filed", json(press).getString("state"));
        String frameId = json(press).getString("frameId");

        JsonObject frame = json(checked("GET", "/frames/{frameId}", station.get("/api/frames/" + frameId)));
        assertEquals(1, frame.getInteger("number"));
        assertEquals("20260001", frame.getJsonObject("person").getString("studentNumber"));
        assertEquals("triggered", frame.getString("reason"));
        byte[] archived = Files.readAllBytes(station.data.resolve("archive").resolve(frame.getString("file")));
        assertEquals(FakeCamera.sha256(archived), frame.getString("sha256"));

        JsonObject detail = json(checked("GET", "/sittings/{number}", station.get("/api/sittings/1")));
        assertEquals(frame, detail.getJsonArray("frames").getJsonObject(0));
        JsonObject state = json(checked("GET", "/state", station.get("/api/state")));
        assertEquals(frameId, state.getString("lastFrameId"));
        assertEquals(1, state.getJsonObject("counts").getInteger("photographed"));
        assertEquals("ready", state.getJsonObject("camera").getString("state"));
    }

    @Test
    void theOriginalIsTheCamerasOwnBytesAndTheScreenPictureIsSmall() throws Exception {
        station.checkIn("20260001", "request-1");
        JsonObject frame = json(
                station.get("/api/frames/" + json(station.press("press-0001")).getString("frameId")));
        String address = "/api/frames/" + frame.getString("frameId");

        var original = checked("GET", "/frames/{frameId}/original", station.get(address + "/original"));
        assertEquals(frame.getString("sha256"), FakeCamera.sha256(original.body()));
        assertEquals("no-store", original.headers().firstValue("Cache-Control").orElse(""));

        var screen = checked("GET", "/frames/{frameId}/screen", station.get(address + "/screen"));
        var picture = ImageIO.read(new ByteArrayInputStream(screen.body()));
        assertEquals(1600, picture.getWidth());
        assertEquals(Math.round(1600.0 * FakeCamera.HEIGHT / FakeCamera.WIDTH), picture.getHeight());
        assertTrue(Arrays.equals(screen.body(), station.get(address + "/screen").body()));
    }

    /** Without a printer sheets are made and kept. */
    @Test
    void theFrameLeadsToItsPortraitAndItsSheets() throws Exception {
        station.checkIn("20260001", "request-1");
        String frameId = json(station.press("press-0001")).getString("frameId");
        JsonObject frame = awaitSheets(frameId);
        var portrait =
                checked("GET", "/frames/{frameId}/portrait", station.get("/api/frames/" + frameId + "/portrait"));
        assertEquals(
                "JPEG",
                ImageIO.getImageReaders(ImageIO.createImageInputStream(new ByteArrayInputStream(portrait.body())))
                        .next()
                        .getFormatName());
        String sheetId = frame.getJsonArray("sheets").getJsonObject(0).getString("sheetId");
        var pdf = checked("GET", "/sheets/{sheetId}/pdf", station.get("/api/sheets/" + sheetId + "/pdf"));
        assertTrue(new String(pdf.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));

        JsonObject reason = new JsonObject().put("reason", "smudged");
        var reprint = checked(
                "POST", "/sheets/{sheetId}/reprint", station.post("/api/sheets/" + sheetId + "/reprint", reason));
        assertEquals(202, reprint.statusCode());
        assertProblem("not-found", 404, station.post("/api/sheets/none/reprint", reason));
        sheetsAreAskedForAndHeld(frame.getJsonArray("sheets").getJsonObject(1).getString("sheetId"));
        assertProblem("bad-request", 400, station.post("/api/sheets/" + sheetId + "/reprint", new JsonObject()));
    }

    private void sheetsAreAskedForAndHeld(String sheetId) throws Exception {
        checked("GET", "/printing", station.get("/api/printing"));
        JsonObject pause = new JsonObject().put("paused", true);
        JsonObject held = json(checked("POST", "/printing/pause", station.post("/api/printing/pause", pause)));
        assertEquals(true, held.getBoolean("paused"));
        String sheet = "/api/sheets/" + sheetId;
        JsonObject cameOut = new JsonObject().put("cameOut", true);
        assertProblem("sheet-not-doubtful", 409, station.post(sheet + "/outcome", cameOut));
        checked("POST", "/sheets/{sheetId}/first", station.post(sheet + "/first", new JsonObject()));
        checked("POST", "/sheets/{sheetId}/cancel", station.post(sheet + "/cancel", new JsonObject()));
        assertProblem("sheet-not-waiting", 409, station.post(sheet + "/cancel", new JsonObject()));
    }

    @Test
    void theSameRequestHasOneExposureAndOneAnswer() throws Exception {
        station.checkIn("20260001", "request-1");
        JsonObject first = json(checked("POST", "/captures", station.press("press-0001")));
        JsonObject again = json(checked("POST", "/captures", station.press("press-0001")));
        assertEquals(first.getString("frameId"), again.getString("frameId"));
        assertEquals(1, station.camera.exposures());
    }

    @Test
    void aPressWithNobodyCurrentIsRefused() throws Exception {
        assertProblem("nobody-current", 409, checked("POST", "/captures", station.press("press-0001")));
        assertEquals(0, station.camera.exposures());
    }

    @Test
    void aSecondPressDuringTheFirstIsRefusedAndTheFirstIsLateButFiled() throws Exception {
        station.checkIn("20260001", "request-1");
        station.camera.hold();
        var first = pressSoon("press-0001");
        awaitCapturing();
        assertProblem("capture-busy", 409, checked("POST", "/captures", station.press("press-0002")));
        HttpResponse<byte[]> late = checked("POST", "/captures", first.join());
        assertEquals(202, late.statusCode());
        assertEquals("late", json(late).getString("state"));
        awaitCount("late");

        station.camera.release();
        JsonObject detail = awaitFrame(1);
        assertEquals(
                json(late).getString("shotId"),
                detail.getJsonArray("frames").getJsonObject(0).getString("shotId"));
    }

    @Test
    void aCameraThatFailsIsSaidSoInItsOwnWord() throws Exception {
        station.checkIn("20260001", "request-1");
        for (CameraFault fault : CameraFault.values()) {
            station.camera.failWith(fault);
            HttpResponse<byte[]> answer = checked(
                    "POST", "/captures", station.press("press-" + fault.name().replace('_', '-')));
            assertEquals(ProblemCode.of(fault).code(), json(answer).getString("code"));
        }
    }

    @Test
    void aFrameNobodyOwnsLiesInTheTray() throws Exception {
        station.camera.pressBody();
        awaitCount("tray");
        JsonArray tray = array(checked("GET", "/tray", station.get("/api/tray")));
        assertEquals("unclaimed", tray.getJsonObject(0).getString("reason"));
        String frameId = tray.getJsonObject(0).getString("frameId");
        checked("GET", "/frames/{frameId}", station.get("/api/frames/" + frameId));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertProblem("not-found", 404, checked("GET", "/frames/{frameId}", station.get("/api/frames/none")));
        assertProblem(
                "not-found",
                404,
                checked("GET", "/frames/{frameId}/original", station.get("/api/frames/none/original")));
        assertProblem(
                "not-found", 404, checked("GET", "/frames/{frameId}/screen", station.get("/api/frames/none/screen")));
        assertProblem(
                "not-found",
                404,
                checked("GET", "/frames/{frameId}/portrait", station.get("/api/frames/none/portrait")));
        assertProblem("not-found", 404, checked("GET", "/sheets/{sheetId}/pdf", station.get("/api/sheets/none/pdf")));
        assertProblem("not-found", 404, checked("GET", "/sittings/{number}", station.get("/api/sittings/7")));
        assertProblem("not-found", 404, station.get("/api/no-such-thing"));
    }

    /** The archive's disk may be gone; a broken picture must not look like an answer. */
    @Test
    void aFrameWhoseFileIsGoneIsAProblem() throws Exception {
        station.checkIn("20260001", "request-1");
        String frameId = json(station.press("press-0001")).getString("frameId");
        JsonObject frame = json(station.get("/api/frames/" + frameId));
        Files.delete(station.data.resolve("archive").resolve(frame.getString("file")));
        assertProblem(
                "store-failed",
                503,
                checked("GET", "/frames/{frameId}/original", station.get("/api/frames/" + frameId + "/original")));
        assertProblem(
                "store-failed",
                503,
                checked("GET", "/frames/{frameId}/screen", station.get("/api/frames/" + frameId + "/screen")));
    }

    @Test
    void aStoreThatIsClosedSaysThatTheStationStops() throws Exception {
        station.closeStore();
        assertProblem("stopping", 503, checked("GET", "/state", station.get("/api/state")));
        assertProblem("stopping", 503, checked("POST", "/check-ins", station.checkIn("20260001", "request-1")));
    }

    @Test
    void aRosterIsTakenWholeOrItsRowsAreNamed() throws Exception {
        String bad = "学号,姓名,身份证号\n20260009,样壬申,123\n";
        HttpResponse<byte[]> refused = checked("POST", "/roster", station.post("/api/roster", "text/csv", bad));
        assertProblem("roster-refused", 422, refused);
        assertEquals(
                new JsonObject().put("line", 2).put("column", "身份证号").put("code", "bad-id-number"),
                json(refused).getJsonArray("rows").getJsonObject(0));
        JsonObject report = json(checked("GET", "/roster", station.get("/api/roster")));
        assertEquals(3, report.getInteger("people"));
        String good = "学号,姓名\n20260009,样壬申\n";
        JsonObject taken = json(checked("POST", "/roster", station.post("/api/roster", "text/csv", good)));
        assertEquals(4, taken.getInteger("people"));
        assertEquals(1, taken.getInteger("imported"));
    }

    @Test
    void theJournalNamesWhatHappenedButNobody() throws Exception {
        station.checkIn("20260001", "request-1");
        station.press("press-0001");
        HttpResponse<byte[]> journal = checked("GET", "/journal", station.get("/api/journal?limit=50"));
        String text = new String(journal.body(), StandardCharsets.UTF_8);
        assertTrue(text.contains("frame-filed"), text);
        assertTrue(!text.contains("样甲子") && !text.contains("20260001"), text);
    }

    private HttpResponse<byte[]> checked(String method, String path, HttpResponse<byte[]> response) {
        contract.check(method, path, response);
        return response;
    }

    private static void assertProblem(String code, int status, HttpResponse<byte[]> response) {
        assertEquals(status, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(code, json(response).getString("code"));
        assertEquals("urn:caixiang:problem:" + code, json(response).getString("type"));
    }

    private CompletableFuture<HttpResponse<byte[]>> pressSoon(String requestId) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return station.press(requestId);
            } catch (java.io.IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void awaitCapturing() throws Exception {
        while (!json(station.get("/api/state")).getBoolean("capturing")) {
            Thread.onSpinWait();
        }
    }

    private void awaitCount(String what) throws Exception {
        while (json(station.get("/api/state")).getJsonObject("counts").getInteger(what) == 0) {
            Thread.onSpinWait();
        }
    }

    private JsonObject awaitSheets(String frameId) throws Exception {
        JsonObject frame;
        do {
            frame = json(checked("GET", "/frames/{frameId}", station.get("/api/frames/" + frameId)));
        } while (frame.getJsonArray("sheets").size() < 2
                || frame.getJsonArray("sheets").stream().anyMatch(sheet -> !((JsonObject) sheet).containsKey("file")));
        return frame;
    }

    private JsonObject awaitFrame(int number) throws Exception {
        JsonObject detail;
        do {
            detail = json(station.get("/api/sittings/" + number));
        } while (detail.getJsonArray("frames").isEmpty());
        return detail;
    }

    private static JsonArray array(HttpResponse<byte[]> response) {
        return new JsonArray(new String(response.body(), StandardCharsets.UTF_8));
    }
}
