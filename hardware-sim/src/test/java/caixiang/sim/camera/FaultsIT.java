package caixiang.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.camera.TestInitiator.Outcome;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.sim.fault.FaultScriptException;
import caixiang.sim.fault.FaultScriptText;
import caixiang.sim.fault.Faults;
import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.scene.TestPictures;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of fault, as it looks on the wire. */
@Timeout(60)
class FaultsIT {
    private final Faults faults = new Faults();
    private SimulatedCamera camera;
    private TestInitiator initiator;

    @BeforeEach
    void start() throws IOException {
        camera = SimulatedCamera.start(
                CameraOptions.defaults().withExposureTime(Duration.ZERO),
                new NikonPersonality(),
                TestPictures.scene(800, 600),
                faults);
        initiator = TestInitiator.connect(camera.uri());
        initiator.openSession();
    }

    @AfterEach
    void stop() throws IOException {
        initiator.close();
        camera.close();
    }

    @Test
    void respondAnswersTheCodeWithoutPerformingAnything() throws Exception {
        play("9207", "respond:2019");
        assertResponse(ResponseCode.DEVICE_BUSY, capture());
        assertTrue(camera.exposures().isEmpty());
        assertResponse(ResponseCode.OK, capture());
    }

    @Test
    void delayAnswersLate() throws Exception {
        play("1004", "delay:300");
        long start = System.nanoTime();
        assertResponse(ResponseCode.OK, initiator.perform(OperationCode.GET_STORAGE_IDS));
        assertTrue(System.nanoTime() - start >= 300_000_000);
    }

    @Test
    void silentNeverAnswersThatOneOperation() throws Exception {
        play("1004", "silent");
        initiator.request(OperationCode.GET_STORAGE_IDS.wire());
        initiator.command().setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, initiator::outcome);
        assertResponse(ResponseCode.OK, initiator.perform(OperationCode.GET_STORAGE_IDS));
    }

    @Test
    void resetAfterBreaksOffInMidDataWithAReset() throws Exception {
        int handle = shoot();
        play("1009", "reset-after:150000");
        SocketException reset =
                assertThrows(SocketException.class, () -> initiator.perform(OperationCode.GET_OBJECT, handle));
        assertTrue(String.valueOf(reset.getMessage()).contains("reset"), reset.toString());
        try (TestInitiator next = TestInitiator.connect(camera.uri())) {
            next.openSession();
            assertResponse(ResponseCode.OK, next.perform(OperationCode.GET_OBJECT, handle));
        }
    }

    @Test
    void stallAfterStopsForGoodAndLeavesTheConnectionOpen() throws Exception {
        int handle = shoot();
        play("1009", "stall-after:150000");
        initiator.request(OperationCode.GET_OBJECT.wire(), handle);
        initiator.command().setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, initiator::outcome);
        initiator.request(OperationCode.GET_STORAGE_IDS.wire());
        assertThrows(SocketTimeoutException.class, initiator::outcome);
    }

    @Test
    void cardFullShootsNothing() throws Exception {
        play("9207", "card-full");
        assertResponse(ResponseCode.STORE_FULL, capture());
        assertTrue(camera.exposures().isEmpty());
    }

    @Test
    void afFailShowsWhenTheInitiatorAsksWhetherTheBodyIsReady() throws Exception {
        play("9207", "af-fail");
        assertResponse(ResponseCode.OK, capture());
        assertResponse(ResponseCode.NIKON_OUT_OF_FOCUS, ready());
        assertResponse(ResponseCode.OK, initiator.perform(OperationCode.NIKON_DEVICE_READY));
        assertTrue(camera.exposures().isEmpty());
    }

    @Test
    void powerOffDropsEverythingAndTheCameraComesBackOnTheSamePort() throws Exception {
        play("1004", "power-off:200");
        assertThrows(IOException.class, () -> initiator.perform(OperationCode.GET_STORAGE_IDS));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        boolean back = false;
        while (!back && System.nanoTime() < deadline) {
            try (TestInitiator next = TestInitiator.connect(camera.uri())) {
                back = next.openSession().response() == ResponseCode.OK.wire();
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        assertTrue(back, "the camera came back");
    }

    @Test
    void theBodysButtonHasFaultsOfItsOwn() throws Exception {
        play("press", "card-full");
        assertEquals(ResponseCode.STORE_FULL, camera.pressShutter());
        assertEquals(ResponseCode.OK, camera.pressShutter());
    }

    private void play(String on, String what) throws FaultScriptException {
        faults.play(FaultScriptText.parse("[{\"on\":\"" + on + "\",\"do\":\"" + what + "\"}]"));
    }

    private Outcome capture() throws IOException {
        return initiator.perform(OperationCode.NIKON_INITIATE_CAPTURE_REC_IN_MEDIA, -1, 0);
    }

    /** Asks until the body is no longer busy. */
    private Outcome ready() throws IOException {
        Outcome ready;
        do {
            ready = initiator.perform(OperationCode.NIKON_DEVICE_READY);
        } while (ready.response() == ResponseCode.DEVICE_BUSY.wire());
        return ready;
    }

    private int shoot() throws IOException {
        assertResponse(ResponseCode.OK, capture());
        assertResponse(ResponseCode.OK, ready());
        // DCIM, the folder, then the first file.
        return 0x0B00_0003;
    }

    private static void assertResponse(ResponseCode expected, Outcome outcome) {
        assertEquals(expected, ResponseCode.of(outcome.response()).orElseThrow());
    }
}
