package caixiang.station.web;

import static caixiang.station.web.TestStation.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Self-taken pictures through the contract: whose they may be, what is refused, and what is written down of them. */
@Timeout(60)
class PictureApiIT {
    private static final String ID_NUMBER = "11010519491231002X";

    private static final String ROSTER = """
            学号,姓名,身份证号,学院,班级
            20260001,样甲子,11010519491231002X,示例学院,一班
            20260002,样乙丑,,示例学院,一班
            20260003,样丙寅,,示例学院,一班
            20260004,样丙寅,,示例学院,二班
            """;

    @TempDir
    Path folder;

    private TestStation station;
    private ContractCheck contract;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(folder);
        contract = new ContractCheck();
        assertEquals(200, station.post("/api/roster", "text/csv", ROSTER).statusCode());
    }

    @AfterEach
    void stop() throws Exception {
        station.close();
    }

    @ParameterizedTest
    @CsvSource({
        "20260001.jpg, known",
        "二班/20260001_样甲子.JPG, known",
        "11010519491231002x.jpg, known",
        "样乙丑 (1).jpeg, known",
        "样丙寅.jpg, ambiguous",
        "20260004_样丙寅.jpg, known",
        "20260001_样乙丑.jpg, ambiguous",
        "20260001_20260002.jpg, ambiguous",
        "20269999.jpg, unknown",
        "110105194912310021.jpg, unknown",
    })
    void aNameMeansOnePersonOrNobody(String name, String naming) throws Exception {
        HttpResponse<byte[]> answer = send(name, picture(1));
        assertEquals(201, answer.statusCode());
        JsonObject sent = json(answer);
        assertEquals("taken", sent.getString("result"));
        assertEquals(naming, sent.getString("person"));
        assertEquals(naming.equals("known"), sent.containsKey("number"));
        JsonArray proposals = tray().getJsonObject(0).getJsonArray("proposals");
        assertEquals(naming.equals("known") ? 1 : 0, proposals.size());
    }

    @Test
    void theNamedPersonIsProposedAndNothingIsGivenToAnybodyWithoutAPress() throws Exception {
        station.checkIn("20260003", "request-1");
        JsonObject sent = json(send("20260001_样甲子.jpg", picture(1)));
        assertEquals(2, sent.getInteger("number"));
        JsonObject entry = tray().getJsonObject(0);
        assertFalse(entry.containsKey("number"));
        assertEquals(new JsonArray(List.of("trigger=sent", "named=2")), entry.getJsonArray("evidence"));
        JsonObject proposal = entry.getJsonArray("proposals").getJsonObject(0);
        assertEquals(2, proposal.getInteger("number"));
        assertEquals("样甲子", proposal.getJsonObject("person").getString("name"));
        assertEquals(
                "named-by-file",
                proposal.getJsonArray("reasons").getJsonObject(0).getString("code"));

        JsonObject sitting = json(station.get("/api/sittings/2")).getJsonObject("sitting");
        assertEquals("done", sitting.getString("status"));
        JsonObject queue = json(station.get("/api/state")).getJsonObject("queue");
        assertEquals(1, queue.getJsonObject("current").getInteger("number"), queue.encode());
        assertEquals(List.of(), queue.getJsonArray("waiting").getList());

        assertEquals(200, assign(entry.getString("frameId"), 2).statusCode());
        assertEquals(0, tray().size());
    }

    @Test
    void namesAreAnsweredInTheirOrderAndNobodyGetsANumberByThat() throws Exception {
        station.checkIn("20260003", "request-1");
        JsonObject names = new JsonObject()
                .put("names", new JsonArray(List.of("样丙寅.jpg", ID_NUMBER + ".jpg", "20260003.jpg", "nobody.jpg")));
        HttpResponse<byte[]> answer = station.post("/api/pictures/named", names);
        contract.check("POST", "/pictures/named", answer);
        assertEquals(
                new JsonArray()
                        .add(new JsonObject().put("person", "ambiguous"))
                        .add(new JsonObject()
                                .put("person", "known")
                                .put("studentNumber", "20260001")
                                .put("maskedName", "样*子"))
                        .add(new JsonObject()
                                .put("person", "known")
                                .put("studentNumber", "20260003")
                                .put("maskedName", "样*寅")
                                .put("number", 1))
                        .add(new JsonObject().put("person", "unknown")),
                new JsonArray(new String(answer.body(), StandardCharsets.UTF_8)));
        assertEquals(404, station.get("/api/sittings/2").statusCode());
        assertEquals(0, tray().size());
    }

    @Test
    void allThatAreNamedGoToTheirPeopleAtOneGoAndComeBackAtOneGo() throws Exception {
        station.checkIn("20260003", "request-1");
        send("20260001.jpg", picture(1));
        send("样乙丑.jpg", picture(2));
        String unnamed = json(send("nobody.jpg", picture(3))).getString("frameId");
        JsonObject move = new JsonObject().put("named", new JsonObject());
        HttpResponse<byte[]> previewed = station.post("/api/moves/preview", move);
        contract.check("POST", "/moves/preview", previewed);
        assertEquals(2, json(previewed).getJsonArray("moves").size());
        JsonObject command = new JsonObject()
                .put("requestId", "accept-all")
                .put("reason", "文件名")
                .put("token", json(previewed).getString("token"))
                .put("move", move);
        JsonObject done = json(station.post("/api/moves", command));
        assertEquals(2, done.getJsonArray("frames").size());
        assertEquals(List.of(unnamed), frameIds(tray()));
        String day = json(station.get("/api/day")).encode();
        assertFalse(day.contains("card-not-compared"), "no camera took them: " + day);

        JsonObject undo = new JsonObject().put("requestId", "undo-all-1").put("reason", "看错了");
        station.post("/api/moves/" + done.getString("operationId") + "/undo", undo);
        assertEquals(3, tray().size());
        JsonObject one = new JsonObject().put("frameIds", new JsonArray().add(unnamed));
        HttpResponse<byte[]> nothing = station.post("/api/moves/preview", new JsonObject().put("named", one));
        assertEquals("nothing-to-move", json(nothing).getString("code"));
    }

    private static List<String> frameIds(JsonArray frames) {
        return frames.stream()
                .map(frame -> ((JsonObject) frame).getString("frameId"))
                .toList();
    }

    @Test
    void theSameBytesAreOneFrameAndTwoPicturesAreTwo() throws Exception {
        JsonObject first = json(send("20260001.jpg", picture(1)));
        HttpResponse<byte[]> again = send("样乙丑.jpg", picture(1));
        assertEquals(200, again.statusCode());
        assertEquals(
                new JsonObject().put("result", "already-there").put("frameId", first.getString("frameId")),
                json(again));
        assertEquals(
                first.getInteger("number"),
                json(send("20260001 (1).jpg", picture(2))).getInteger("number"));
        assertEquals(2, tray().size());
        // The second sender's name gave nobody a number.
        assertEquals(404, station.get("/api/sittings/2").statusCode());
    }

    @Test
    void whatIsNoWholeJpegIsRefusedAndNothingOfItIsKept() throws Exception {
        byte[] whole = picture(1);
        for (byte[] bad : List.of(
                new byte[0],
                "no picture".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length - 2),
                Arrays.copyOf(whole, whole.length / 2))) {
            HttpResponse<byte[]> refused = send("20260001.jpg", bad);
            assertEquals(422, refused.statusCode());
            assertEquals("not-a-picture", json(refused).getString("code"));
        }
        assertEquals(0, tray().size());
        assertEquals(404, station.get("/api/sittings/1").statusCode());
        assertFalse(Files.exists(station.data.resolve("spool/self-taken")));
    }

    @Test
    void whatAPhoneAddsBehindThePictureIsKept() throws Exception {
        byte[] whole = picture(1);
        byte[] longer = Arrays.copyOf(whole, whole.length + 5000);
        Arrays.fill(longer, whole.length, longer.length, (byte) 7);
        assertEquals(201, send("20260001.jpg", longer).statusCode());
        assertEquals(longer.length, Files.size(framesInTray().get(0)));
    }

    @Test
    void aPictureAboveTheLimitIsRefusedByItsCode() throws Exception {
        HttpResponse<byte[]> refused = send("20260001.jpg", new byte[PictureApi.BYTES_MAX + 1]);
        assertEquals(413, refused.statusCode());
        assertEquals("picture-too-large", json(refused).getString("code"));
        assertEquals(201, send("20260001.jpg", picture(1)).statusCode());
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        HttpResponse<byte[]> refused = station.post("/api/pictures?name=a.jpg", "text/plain", "x");
        contract.check("POST", "/pictures", refused);
        assertEquals(415, refused.statusCode());
    }

    @Test
    void neitherNameNorNumberOfThePersonIsWrittenIntoAnyFile() throws Exception {
        send(ID_NUMBER + "_样甲子.jpg", picture(1));
        send("20260002_样乙丑.jpg", picture(2));
        String journal = new String(station.get("/api/journal").body(), StandardCharsets.UTF_8);
        assertTrue(journal.contains("picture-sent"), journal);
        assertTrue(journal.contains("self-taken"), journal);
        List<String> personal = List.of(ID_NUMBER, "样甲子", "20260002", "样乙丑");
        personal.forEach(text -> assertFalse(journal.contains(text), text));
        for (Path file : files(station.data.resolve("archive"))) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String text : personal) {
                assertFalse(file.toString().contains(text), file.toString());
                assertFalse(content.contains(text), file + " holds " + text);
            }
        }
        assertEquals(List.of(), files(station.data.resolve("spool/self-taken")));
        assertEquals(2, framesInTray().size());
    }

    private HttpResponse<byte[]> send(String name, byte[] bytes) throws Exception {
        HttpResponse<byte[]> answer = station.send(HttpRequest.newBuilder(station.address.resolve(
                        "/api/pictures?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(bytes)));
        contract.check("POST", "/pictures", answer);
        return answer;
    }

    private HttpResponse<byte[]> assign(String frameId, int number) throws Exception {
        JsonObject frames = new JsonObject()
                .put("frameIds", new JsonArray(List.of(frameId)))
                .put("number", number);
        JsonObject preview = json(station.post("/api/moves/preview", new JsonObject().put("frames", frames)));
        return station.post(
                "/api/frames/" + frameId + "/assign",
                new JsonObject()
                        .put("requestId", "assign-1")
                        .put("reason", "认脸")
                        .put("token", preview.getString("token"))
                        .put("number", number));
    }

    private JsonArray tray() throws Exception {
        HttpResponse<byte[]> answer = station.get("/api/tray");
        contract.check("GET", "/tray", answer);
        return new JsonArray(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private List<Path> framesInTray() throws Exception {
        return files(station.data.resolve("archive")).stream()
                .filter(file -> file.toString().contains("/tray/"))
                .filter(file -> file.toString().endsWith(".jpg"))
                .toList();
    }

    private static List<Path> files(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] picture(int seed) throws Exception {
        BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 300; x++) {
                image.setRGB(x, y, ((x * 7 + y * 3 + seed * 50) & 0xff) | ((y & 0xff) << 8));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
