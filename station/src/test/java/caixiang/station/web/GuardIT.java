package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the station, what a request may be, and what a browser may do with the pages. */
@Timeout(60)
class GuardIT {
    @TempDir
    Path folder;

    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(folder);
    }

    @AfterEach
    void stop() throws Exception {
        station.close();
    }

    /** A site that lets its own name point to 127.0.0.1 would otherwise be the station's own page (DNS rebinding). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.0.0.1:PORT.evil.example",
                "",
                "localhost:80"
            })
    void aRequestForAnotherHostIsRefused(String host) throws Exception {
        String answer = raw("GET /api/state HTTP/1.1\r\nHost: " + host.replace("PORT", port()) + "\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT"})
    void theStationsOwnNamesAreTaken(String host) throws Exception {
        String answer = raw("GET /api/state HTTP/1.1\r\nHost: " + host.replace("PORT", port()) + "\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1:1", "http://127.0.0.1"
            })
    void anotherPageCannotChangeAnything(String origin) throws Exception {
        HttpResponse<byte[]> answer = station.send(HttpRequest.newBuilder(station.address.resolve("/api/queue/next"))
                .header("Origin", origin.replace("PORT", port()))
                .POST(BodyPublishers.noBody()));
        assertEquals(403, answer.statusCode());
        assertEquals("foreign-origin", TestStation.json(answer).getString("code"));
    }

    @Test
    void theStationsOwnPageAndProgramsWithoutAPageCanChangeThings() throws Exception {
        HttpRequest.Builder next = HttpRequest.newBuilder(station.address.resolve("/api/queue/next"))
                .POST(BodyPublishers.noBody());
        assertEquals(200, station.send(next.copy()).statusCode());
        assertEquals(
                200,
                station.send(next.copy().header("Origin", station.address.toString()))
                        .statusCode());
    }

    @Test
    void theStationListensOnNoOtherAddressOfThisComputer() throws Exception {
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (var address : card.inetAddresses().toList()) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    assertFalse(accepts(new InetSocketAddress(address, station.address.getPort())), address.toString());
                }
            }
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        String large = new JsonObject()
                .put("credential", "1".repeat(100_000))
                .put("requestId", "request-1")
                .encode();
        HttpResponse<byte[]> answer = station.post("/api/check-ins", "application/json", large);
        assertEquals(413, answer.statusCode());
        assertEquals("bad-request", TestStation.json(answer).getString("code"));
    }

    /** The field is named, its value is not: it may be an identity number. */
    @Test
    void aFieldThatBreaksTheContractIsNamed() throws Exception {
        String tooLong = "99999920000101002X".repeat(5);
        HttpResponse<byte[]> answer = station.checkIn(tooLong, "request-1");
        assertEquals(400, answer.statusCode());
        String detail = TestStation.json(answer).getString("detail");
        assertTrue(detail.startsWith("credential: "), detail);
        assertFalse(detail.contains("999999"), detail);
        assertTrue(detail(station.checkIn("20260001", "x")).startsWith("requestId: "));
        assertTrue(detail(station.post("/api/captures", new JsonObject())).contains("requestId"));
        assertTrue(detail(station.get("/api/sittings?limit=0")).contains("limit"));
        assertTrue(detail(station.get("/api/sittings/4294967297")).contains("number"));
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        HttpResponse<byte[]> form = station.post("/api/check-ins", "text/plain", "{}");
        assertEquals(415, form.statusCode());
        assertEquals("bad-request", TestStation.json(form).getString("code"));
        assertEquals(
                415,
                station.post("/api/roster", "text/plain", TestStation.ROSTER).statusCode());
    }

    @Test
    void whatIsNoHttpIsAnsweredWithAProblem() throws Exception {
        String answer = raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n");
        assertTrue(answer.matches("(?s)HTTP/1\\.[01] 4.*"), answer);
        assertTrue(answer.contains("bad-request"), answer);
    }

    @Test
    void thePageAllowsItsOwnInlineScriptAndNothingElse() throws Exception {
        HttpResponse<byte[]> page = station.get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        String text = new String(page.body(), StandardCharsets.UTF_8);
        Matcher inline =
                Pattern.compile("<script type=\"importmap\">(.*?)</script>").matcher(text);
        assertTrue(inline.find(), text);
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
        assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void everyModuleOfTheImportMapIsThereAndNeverChanges() throws Exception {
        JsonObject imports = new JsonObject(ImportMap.merged()).getJsonObject("imports");
        for (String name : new String[] {"lit", "lit-html", "lit-element", "@lit/reactive-element"}) {
            HttpResponse<byte[]> module = station.get(imports.getString(name));
            assertEquals(200, module.statusCode(), name);
            assertTrue(module.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"), name);
            assertTrue(module.headers().firstValue("Cache-Control").orElse("").contains("immutable"), name);
        }
        assertEquals(
                404,
                station.get("/console/..%2f..%2fcaixiang/station/config/caixiang.conf")
                        .statusCode());
    }

    private static String detail(HttpResponse<byte[]> answer) {
        assertEquals(400, answer.statusCode());
        return TestStation.json(answer).getString("detail");
    }

    private String port() {
        return String.valueOf(station.address.getPort());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), station.address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean accepts(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
