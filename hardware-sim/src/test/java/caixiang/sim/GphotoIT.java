package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.scene.SceneCode;
import caixiang.sim.scene.TestPictures;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated camera as the gphoto2 program sees it: a program that knows nothing of ours. */
@Timeout(180)
class GphotoIT {
    private static final String TO_CARD = "capturetarget=1";

    @TempDir
    private Path folder;

    private Optional<RunningStudio> studio = Optional.empty();

    @BeforeEach
    void needsGphoto2() {
        Gphoto2.require();
    }

    @AfterEach
    void stop() {
        studio.ifPresent(RunningStudio::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nikon", "generic"})
    void theSummaryAndTheSettingsAreRead(String personality) throws Exception {
        Gphoto2 gphoto2 = start("--personality", personality, "--serial", "6000042");
        String summary = gphoto2.run("--summary").text();
        assertTrue(summary.contains("Serial Number: 6000042"), summary);
        assertTrue(summary.contains("store_00010001"), summary);
        String settings = gphoto2.run("--list-config").text();
        assertTrue(settings.contains("/main/status/serialnumber"), settings);
        if (personality.equals("nikon")) {
            assertTrue(summary.contains("Model: D750"), summary);
            assertTrue(settings.contains("/main/imgsettings/iso"), settings);
            assertTrue(settings.contains("/main/capturesettings/shutterspeed2"), settings);
            assertTrue(settings.contains("/main/status/batterylevel"), settings);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nikon", "generic"})
    void theDownloadedFileIsTheOneThatWasShotAndShowsWhoSat(String personality) throws Exception {
        Gphoto2 gphoto2 = start("--personality", personality);
        studio().post("/seat", "{\"key\":\"20260001\",\"seed\":5}");
        Gphoto2.Result result = gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download");
        if (personality.equals("generic")) {
            result = gphoto2.run("--capture-image-and-download");
        }
        assertEquals(0, result.status(), result.text());
        byte[] downloaded = Files.readAllBytes(folder.resolve("DSC_0001.JPG"));
        JsonNode shot = studio().get("/shots").get(0);
        assertEquals(shot.path("sha256").asText(), sha256(downloaded));
        assertEquals("20260001", shot.path("key").asText());
        SceneCode truth = new SceneCode("20260001", 1);
        assertEquals(Optional.of(truth), SceneCode.read(downloaded));
        assertEquals(Optional.of(truth), SceneCode.readExif(downloaded));
        assertArrayEquals(downloaded, studio().bytes("/shots/1/original"));
    }

    /** It is libgphoto2's default, and what it does inside the capture call. */
    @Test
    void aFrameIsFetchedFromTheBufferToo() throws Exception {
        Gphoto2 gphoto2 = start();
        Gphoto2.Result result = gphoto2.run("--capture-image-and-download");
        assertEquals(0, result.status(), result.text());
        byte[] downloaded = Files.readAllBytes(folder.resolve("capt0000.jpg"));
        assertEquals(studio().get("/shots").get(0).path("sha256").asText(), sha256(downloaded));
    }

    @Test
    void libgphoto2TakesItsNikonPath() throws Exception {
        Gphoto2 gphoto2 = start();
        gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download");
        List<String> operations = operations();
        for (String operation : List.of("90ca", "90c2", "9207", "90c8", "90c7", "101b", "100b")) {
            assertTrue(operations.contains(operation), operation + " in " + operations);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nikon", "generic"})
    void aPressOnTheBodyArrivesWhileTethered(String personality) throws Exception {
        Gphoto2 gphoto2 = start("--personality", personality);
        studio().post("/seat", "{\"key\":\"20260002\"}");
        Process tethered = gphoto2.start("--capture-tethered=40s", "--keep");
        // What a program in its event loop has done before: gphoto2's own words stay in its buffer until it ends.
        String listening = personality.equals("nikon") ? "90c7" : "1007";
        await("gphoto2 is set up", () -> operations().contains(listening));
        await("the press is taken", () -> studio().post("/shutter", "").status() == 202);
        Path file = folder.resolve("DSC_0001.JPG");
        await("the frame is saved", () -> Files.exists(file));
        await(
                "the frame is whole",
                () -> sha256(Files.readAllBytes(file))
                        .equals(studio().get("/shots").get(0).path("sha256").asText()));
        tethered.destroy();
        tethered.waitFor();
        assertEquals(Optional.of(new SceneCode("20260002", 1)), SceneCode.read(file));
    }

    @Test
    void allFilesOfTheCardAreListedAndFetched() throws Exception {
        Gphoto2 gphoto2 = start();
        for (int i = 1; i <= 3; i++) {
            int shots = i;
            await("the press is taken", () -> studio().post("/shutter", "").status() == 202);
            await("it is on the card", () -> studio().get("/shots").size() == shots);
        }
        String list = gphoto2.run("--list-files").text();
        assertTrue(list.contains("DSC_0003.JPG"), list);
        assertEquals(0, gphoto2.run("--get-all-files").status());
        for (JsonNode shot : studio().get("/shots")) {
            byte[] fetched =
                    Files.readAllBytes(folder.resolve(shot.path("fileName").asText()));
            assertEquals(shot.path("sha256").asText(), sha256(fetched));
        }
    }

    @Test
    void after9999ThePictureIsFoundInTheNextFolder() throws Exception {
        Gphoto2 gphoto2 = start("--first-file", "9999");
        Gphoto2.Result last = gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download", "--keep");
        assertTrue(last.text().contains("DCIM/100ND750/DSC_9999.JPG"), last.text());
        Gphoto2.Result wrapped = gphoto2.run("--capture-image-and-download", "--keep");
        assertTrue(wrapped.text().contains("DCIM/101ND750/DSC_0001.JPG"), wrapped.text());
        assertTrue(Files.exists(folder.resolve("DSC_0001.JPG")));
    }

    @Test
    void theJpegsOfAFolderAreShotInTurnByteForByte() throws Exception {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        byte[] first = TestPictures.noise(640, 480, 1).bytes();
        byte[] second = TestPictures.noise(640, 480, 2).bytes();
        Files.write(frames.resolve("a.jpg"), first);
        Files.write(frames.resolve("b.jpg"), second);
        Gphoto2 gphoto2 = start("--frames", frames.toString());
        assertEquals(
                0,
                gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download")
                        .status());
        assertEquals(0, gphoto2.run("--capture-image-and-download").status());
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("DSC_0001.JPG")));
        assertArrayEquals(second, Files.readAllBytes(folder.resolve("DSC_0002.JPG")));
        assertEquals(409, studio().post("/seat", "{\"key\":\"20260001\"}").status());
    }

    @Test
    void aBusyBodyIsReportedAndTheNextPressWorks() throws Exception {
        Gphoto2 gphoto2 = start();
        studio().post("/faults", "[{\"on\":\"9207\",\"do\":\"respond:2019\",\"times\":100000}]");
        Gphoto2.Result busy = gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download");
        assertNotEquals(0, busy.status());
        assertTrue(busy.text().contains("PTP Device Busy"), busy.text());
        studio().delete("/faults");
        assertEquals(0, gphoto2.run("--capture-image-and-download").status());
    }

    @Test
    void afFailureAndAFullCardAreReportedInTheirOwnWords() throws Exception {
        Gphoto2 gphoto2 = start();
        studio().post("/faults", "[{\"on\":\"9207\",\"do\":\"af-fail\"},{\"on\":\"9207\",\"do\":\"card-full\"}]");
        Gphoto2.Result unfocused = gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download");
        assertTrue(unfocused.text().contains("Out of Focus"), unfocused.text());
        Gphoto2.Result full = gphoto2.run("--capture-image-and-download");
        assertTrue(full.text().contains("Store Full"), full.text());
        assertEquals(0, studio().get("/shots").size());
    }

    @Test
    void aResetInMidTransferIsAnErrorAndTheFrameIsStillOnTheCardForTheNextSession() throws Exception {
        Gphoto2 gphoto2 = start();
        studio().post("/faults", "[{\"on\":\"101b\",\"nth\":3,\"do\":\"reset-after:200000\"}]");
        Gphoto2.Result broken = gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download");
        assertTrue(broken.text().contains("I/O problem") || broken.text().contains("ERROR"), broken.text());
        Files.deleteIfExists(folder.resolve("DSC_0001.JPG"));
        Gphoto2.Result next = gphoto2.run("--get-all-files");
        assertEquals(0, next.status(), next.text());
        assertEquals(
                studio().get("/shots").get(0).path("sha256").asText(),
                sha256(Files.readAllBytes(folder.resolve("DSC_0001.JPG"))));
    }

    @Test
    void aSecondProgramIsRefusedWhileTheFirstHasTheCamera() throws Exception {
        Gphoto2 first = start();
        Process tethered = first.start("--capture-tethered=40s");
        await(
                "the first is connected",
                () -> studio().get("/state").path("initiator").asBoolean());
        Path other = Files.createDirectory(folder.resolve("other"));
        Gphoto2.Result second = new Gphoto2(other, studio().camera()).run("--summary");
        assertNotEquals(0, second.status(), second.text());
        assertTrue(tethered.isAlive());
        tethered.destroy();
        tethered.waitFor();
    }

    private Gphoto2 start(String... options) throws Exception {
        studio = Optional.of(RunningStudio.start(options));
        return new Gphoto2(folder, studio().camera());
    }

    private RunningStudio studio() {
        return studio.orElseThrow();
    }

    private List<String> operations() throws IOException, InterruptedException {
        return studio().get("/operations").findValuesAsText("operation");
    }

    private static void await(String what, Fact fact) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.holds()) {
            assertTrue(System.nanoTime() < deadline, "in vain: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Something that becomes true. */
    private interface Fact {
        boolean holds() throws IOException, InterruptedException;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
