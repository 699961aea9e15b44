package caixiang.station.web;

import static caixiang.station.web.TestStation.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of the day, through the API. */
@Timeout(60)
final class DayIT {
    @TempDir
    private Path folder;

    private TestStation station;
    private ContractCheck contract;

    @BeforeEach
    void open() throws Exception {
        station = new TestStation(folder);
        contract = new ContractCheck();
    }

    @AfterEach
    void close() throws Exception {
        station.close();
    }

    @Test
    void anEmptyDayClosesAndThenNobodyIsCheckedInOrShotUntilItIsOpenedAgain() throws Exception {
        JsonObject closed = json(checked("POST", "/day/close", close("陈老师")));
        assertEquals("closed", closed.getString("state"));
        JsonObject closing = closed.getJsonObject("closing");
        assertEquals("陈老师", closing.getString("by"));
        assertTrue(closing.getString("hash").matches("[0-9a-f]{64}"), closing.encode());

        assertEquals("day-closed", refusal("/check-ins", station.checkIn("20260001", "request-1")));
        assertEquals("day-closed", refusal("/captures", station.press("press-0001")));
        assertEquals(closing, json(close("another")).getJsonObject("closing"), "closing again changes nothing");

        JsonObject reason = new JsonObject().put("reason", "有人迟到");
        JsonObject open = json(checked("POST", "/day/reopen", station.post("/api/day/reopen", reason)));
        assertEquals("open", open.getString("state"));
        assertEquals(201, station.checkIn("20260001", "request-2").statusCode());
        assertEquals(200, station.press("press-0002").statusCode());
        List<String> what = journal().stream().map(e -> e.getString("what")).toList();
        assertTrue(what.containsAll(List.of("day-closed", "day-reopened")), what.toString());
        JsonObject reopened = journal().stream()
                .filter(e -> e.getString("what").equals("day-reopened"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "{\"after\":\"open\",\"before\":\"closed\",\"by\":\"console\",\"reason\":\"有人迟到\"}",
                reopened.getString("detail"));
    }

    @Test
    void whoeverStillWaitsOrSitsStandsInTheWayAndNothingIsClosed() throws Exception {
        station.checkIn("20260001", "request-1");
        station.checkIn("20260002", "request-2");

        assertEquals("day-not-ready", refusal("/day/close", close("a")));
        assertEquals(List.of("current 1", "waiting 1"), obstacles());
        assertEquals("open", day().getString("state"));
        assertEquals(201, station.checkIn("20260002", "request-2").statusCode(), "the same request again");
    }

    @Test
    void aShotThatNeverCameIsExplainedAndAPersonWithoutPictureToo() throws Exception {
        station.checkIn("20260001", "request-1");
        station.camera.hold();
        assertEquals(202, station.press("press-0001").statusCode());
        station.post("/api/queue/next", new JsonObject());
        assertEquals(List.of("late 1", "no-frame 1"), obstacles());

        assertEquals(200, explain("late", "相机摔坏").statusCode());
        assertEquals(List.of("no-frame 1"), obstacles());
        assertEquals(200, explain("no-frame", "本人改日再来").statusCode());
        assertEquals(List.of(), obstacles());
        assertEquals(200, close("a").statusCode());
    }

    @Test
    void theTrayMustBeEmptiedAndCannotBeExplained() throws Exception {
        station.camera.pressBody();
        awaitObstacles(List.of("tray 1"));

        assertEquals("bad-request", refusal("/day/explanations", explain("tray", "nobody's")));
        assertEquals("day-not-ready", refusal("/day/close", close("a")));
    }

    @Test
    void sheetsThatAreNotOutStandInTheWay() throws Exception {
        station.checkIn("20260001", "request-1");
        assertEquals(200, station.press("press-0001").statusCode());
        station.post("/api/queue/next", new JsonObject());

        awaitObstacles(List.of("sheets-under-way 2"));
        assertEquals(200, explain("sheets-under-way", "明天印").statusCode());
        assertEquals(200, close("a").statusCode());
    }

    private HttpResponse<byte[]> checked(String method, String path, HttpResponse<byte[]> response) {
        contract.check(method, path, response);
        return response;
    }

    private HttpResponse<byte[]> close(String operator) throws Exception {
        return station.send(HttpRequest.newBuilder(station.address.resolve("/api/day/close"))
                .header(OperatorName.HEADER, java.net.URLEncoder.encode(operator, StandardCharsets.UTF_8))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private HttpResponse<byte[]> explain(String code, String reason) throws Exception {
        return station.post(
                "/api/day/explanations", new JsonObject().put("code", code).put("reason", reason));
    }

    private JsonObject day() throws Exception {
        return json(checked("GET", "/day", station.get("/api/day")));
    }

    private List<String> obstacles() throws Exception {
        return day().getJsonArray("obstacles").stream()
                .map(JsonObject.class::cast)
                .map(each -> each.getString("code") + " " + each.getInteger("count"))
                .toList();
    }

    private void awaitObstacles(List<String> expected) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!obstacles().equals(expected) && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertEquals(expected, obstacles());
    }

    private String refusal(String path, HttpResponse<byte[]> answer) throws Exception {
        return json(checked("POST", path, answer)).getString("code");
    }

    private List<JsonObject> journal() throws Exception {
        return new JsonArray(new String(station.get("/api/journal").body(), StandardCharsets.UTF_8))
                .stream().map(JsonObject.class::cast).toList();
    }
}
