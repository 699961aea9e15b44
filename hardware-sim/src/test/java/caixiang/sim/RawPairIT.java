package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RAW beside JPEG, and cards that come and go, as the gphoto2 program sees them. */
@Timeout(120)
class RawPairIT {
    private static final String TO_CARD = "capturetarget=1";
    private static final int RAW_BYTES = 2_500_001;

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
    @ValueSource(strings = {"jpeg", "raw"})
    void oneShotBringsBothFilesWhicheverIsAnnouncedFirst(String first) throws Exception {
        Gphoto2 gphoto2 = start("--quality", "raw+jpeg", "--pair-first", first, "--raw-bytes", "" + RAW_BYTES);
        Gphoto2.Result result = gphoto2.run("--set-config", TO_CARD, "--capture-image-and-download", "--keep");
        assertEquals(0, result.status(), result.text());
        assertPair(studio().get("/shots").get(0));
    }

    @Test
    void theQualityIsReadAndSetInLibgphoto2sWords() throws Exception {
        Gphoto2 gphoto2 = start();
        String before = gphoto2.run("--get-config", "imagequality").text();
        assertTrue(before.contains("Current: JPEG Fine"), before);
        assertTrue(before.contains("NEF+Fine"), before);
        assertEquals(0, gphoto2.run("--set-config", "imagequality=NEF+Fine").status());
        String after = gphoto2.run("--get-config", "imagequality").text();
        assertTrue(after.contains("Current: NEF+Fine"), after);
    }

    @Test
    void aPairAndARawAloneAreListedAndFetched() throws Exception {
        Gphoto2 gphoto2 = start("--quality", "raw+jpeg", "--raw-bytes", "" + RAW_BYTES);
        press(1);
        studio().post("/quality", "{\"quality\":\"raw\"}");
        press(2);
        assertEquals(0, gphoto2.run("--get-all-files").status());
        JsonNode shots = studio().get("/shots");
        assertPair(shots.get(0));
        assertEquals("DSC_0002.NEF", shots.get(1).path("fileName").asText());
        byte[] alone = Files.readAllBytes(folder.resolve("DSC_0002.NEF"));
        assertEquals(shots.get(1).path("sha256").asText(), GphotoIT.sha256(alone));
        assertNotEquals(
                shots.get(0).path("raw").path("sha256").asText(),
                shots.get(1).path("sha256").asText());
    }

    @Test
    void anotherCardHoldsOtherFilesUnderTheSameNamesAndTheFirstIsAsItWas() throws Exception {
        Gphoto2 gphoto2 = start();
        press(1);
        assertEquals(
                204, studio().post("/card", "{\"card\":\"B\",\"oldFiles\":3}").status());
        String other = gphoto2.run("--list-files").text();
        assertTrue(other.contains("There are 3 files"), other);
        assertTrue(other.contains("DSC_0001.JPG"), other);
        studio().post("/card", "{\"card\":\"A\"}");
        Files.deleteIfExists(folder.resolve("DSC_0001.JPG"));
        assertEquals(0, gphoto2.run("--get-all-files").status());
        assertEquals(
                studio().get("/shots").get(0).path("sha256").asText(),
                GphotoIT.sha256(Files.readAllBytes(folder.resolve("DSC_0001.JPG"))));
    }

    @Test
    void aCardSwappedUnderAConnectionIsTold() throws Exception {
        Gphoto2 gphoto2 = start();
        Process waiting = gphoto2.start("--wait-event=4s");
        Await.until(
                "gphoto2 listens",
                () -> studio().get("/operations").findValuesAsText("operation").contains("90c7"));
        studio().post("/card", "{\"card\":\"B\"}");
        assertTrue(waiting.waitFor(30, TimeUnit.SECONDS));
        assertTrue(gphoto2.output().contains("StoreAdded"), gphoto2.output());
    }

    private void assertPair(JsonNode shot) throws Exception {
        byte[] jpeg = Files.readAllBytes(folder.resolve("DSC_0001.JPG"));
        byte[] raw = Files.readAllBytes(folder.resolve("DSC_0001.NEF"));
        assertEquals(shot.path("sha256").asText(), GphotoIT.sha256(jpeg));
        assertEquals(shot.path("raw").path("sha256").asText(), GphotoIT.sha256(raw));
        assertEquals(RAW_BYTES, raw.length);
        // TIFF 6.0 §2: byte order, 42, offset of the first directory.
        ByteBuffer header = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x4949, header.getShort());
        assertEquals(42, header.getShort());
        assertEquals(8, header.getInt());
    }

    private void press(int shots) throws Exception {
        Await.until("the press is taken", () -> studio().post("/shutter", "").status() == 202);
        Await.until("it is on the card", () -> studio().get("/shots").size() == shots);
    }

    private Gphoto2 start(String... options) throws Exception {
        studio = Optional.of(RunningStudio.start(options));
        return new Gphoto2(folder, studio().camera());
    }

    private RunningStudio studio() {
        return studio.orElseThrow();
    }
}
