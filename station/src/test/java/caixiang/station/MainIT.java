package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The station as a process: how it starts, how it refuses to start, how it stops. */
@Timeout(180)
class MainIT {
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void writeSettings() throws Exception {
        settings = folder.resolve("day.conf");
        Files.writeString(settings, "identity.key = \"" + folder.resolve("identity.key") + "\"\n");
    }

    @Test
    void itSaysWhereItIsAnswersAndStopsWhenTold() throws Exception {
        try (ChildProcess station = start()) {
            URI address = URI.create(station.awaitReady());
            assertEquals("127.0.0.1", address.getHost());
            var state = HttpRequest.newBuilder(address.resolve("/api/state")).build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(state, BodyHandlers.discarding())
                            .statusCode());
            station.terminate();
            assertEquals(ENDED_BY_SIGTERM, station.awaitEnd());
            assertTrue(station.errors().contains("stopped: lock"), station.errors());
        }
        assertTrue(Files.size(folder.resolve("data/log/station.log")) > 0);
        try (ChildProcess again = start()) {
            again.awaitReady();
        }
    }

    @Test
    void aSecondStationInTheSameFolderDoesNotStart() throws Exception {
        try (ChildProcess first = start();
                ChildProcess second = startAfter(first)) {
            assertEquals(Main.CANNOT_START, second.awaitEnd());
            assertTrue(second.errors().contains("another station uses"), second.errors());
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ChildProcess station = start("--http-port", String.valueOf(taken.getLocalPort()))) {
            assertEquals(Main.CANNOT_START, station.awaitEnd());
            assertTrue(station.errors().contains("port " + taken.getLocalPort() + " is taken"), station.errors());
        }
    }

    @Test
    void aCameraThatCannotBeMeantIsNamed() throws Exception {
        try (ChildProcess station = start("--camera", "usb:left")) {
            assertEquals(Main.CANNOT_START, station.awaitEnd());
            assertTrue(station.errors().contains("\"usb:left\" is none of: auto"), station.errors());
        }
    }

    @Test
    void aWrongSettingIsNamedWithItsLine() throws Exception {
        Files.writeString(settings, "capture.deadline = soon\n");
        try (ChildProcess station = start()) {
            assertEquals(Main.USAGE, station.awaitEnd());
            assertTrue(station.errors().contains("day.conf:1:"), station.errors());
            assertTrue(station.errors().contains("soon"), station.errors());
        }
    }

    @Test
    void aRosterThatIsRefusedIsNamedWithItsLine() throws Exception {
        Path roster = Files.writeString(folder.resolve("roster.csv"), "学号,姓名\n20260001,样甲子\n,样乙丑\n");
        try (ChildProcess station = start("--roster", roster.toString())) {
            assertEquals(Main.CANNOT_START, station.awaitEnd());
            assertTrue(station.errors().contains("第 3 行 line 3 学号 (没有填写 empty)"), station.errors());
        }
    }

    private ChildProcess startAfter(ChildProcess first) throws Exception {
        first.awaitReady();
        return start();
    }

    private ChildProcess start(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--settings",
                settings.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--printer",
                "none"));
        if (!List.of(more).contains("--http-port")) {
            words.addAll(List.of("--http-port", "0"));
        }
        if (!List.of(more).contains("--camera")) {
            words.addAll(List.of("--camera", "none"));
        }
        words.addAll(List.of(more));
        return new ChildProcess(Main.class.getName(), folder.resolve("logs"), words.toArray(String[]::new));
    }
}
