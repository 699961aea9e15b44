package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PrinterRoutesIT {
    private final Devices devices = new Devices();
    private final HttpClient http = HttpClient.newHttpClient();
    private StudioDevices studio;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        List<String> words = List.of("--out", folder.toString(), "--megapixels", "0.5");
        studio = StudioDevices.start(Arguments.parse(words, new StudioCommand().options()), devices);
    }

    @AfterEach
    void stop() {
        devices.close();
    }

    @Test
    void aVanishedPrinterIsBackAtTheSameAddress() throws Exception {
        assertTrue(printerPage().startsWith("idle"));
        assertEquals(204, change("{\"reachable\":false}"));
        assertThrows(ConnectException.class, this::printerPage);
        assertEquals(204, change("{\"reachable\":true}"));
        assertTrue(printerPage().startsWith("idle"));
    }

    @Test
    void anErrorStopsThePrinterUntilItIsCleared() throws Exception {
        assertEquals(204, change("{\"condition\":\"media-empty-error\",\"present\":true}"));
        assertEquals("stopped(5) [media-empty-error]", printerPage().strip());
        assertEquals(204, change("{\"condition\":\"media-empty-error\",\"present\":false}"));
        assertEquals("idle(3) []", printerPage().strip());
    }

    @Test
    void thePageShowsTheTrayAndWhatGoesWrongNext() throws Exception {
        assertEquals(204, change("{\"next\":\"print-twice\"}"));
        assertEquals(204, change("{\"mechanics\":{\"right\":0.5}}"));
        assertTrue(get("/printer").contains("\"sheets\":0"), get("/printer"));
        assertTrue(get("/printer.html").contains("出纸口"));
        assertTrue(get("/printer/tray/1.png").contains("there is no sheet 1"));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(studio.control().uri().resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"condition\":\"Media Empty\",\"present\":true}",
                "{\"condition\":\"paused\"}",
                "{\"loseAnswer\":\"Make-Coffee\"}",
                "{\"accepting\":\"no\"}",
                "{\"reachable\":true,\"accepting\":true}",
                "{\"next\":\"explode\"}",
                "{\"load\":{\"media\":4,\"ribbon\":4}}",
                "{\"mechanics\":{\"across\":2}}"
            })
    void whatCannotBeDoneToAPrinterIsRefused(String body) throws Exception {
        assertEquals(400, change(body));
    }

    private int change(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(studio.control().uri().resolve("/printer"))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String printerPage() throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + studio.printer().uri().getPort() + "/");
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
