package caixiang.sim.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.camera.TestInitiator.Outcome;
import caixiang.sim.camera.body.Exposure;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.sim.fault.Faults;
import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.ptp.PtpReader;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.ptpip.Guid;
import caixiang.sim.ptpip.Packet;
import caixiang.sim.ptpip.PacketCodec;
import caixiang.sim.ptpip.Payload;
import caixiang.sim.scene.TestPictures;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The responder's own rules, seen from the other end of the connection. */
@Timeout(60)
class SimulatedCameraIT {
    private SimulatedCamera camera;

    @BeforeEach
    void start() throws IOException {
        camera = SimulatedCamera.start(
                CameraOptions.defaults().withExposureTime(Duration.ofMillis(20)),
                new NikonPersonality(),
                TestPictures.scene(800, 600),
                new Faults());
    }

    @AfterEach
    void stop() {
        camera.close();
    }

    @Test
    void withoutASessionOnlyDeviceInfoAndOpenSessionAreAnswered() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            assertResponse(ResponseCode.OK, initiator.perform(OperationCode.GET_DEVICE_INFO));
            assertResponse(ResponseCode.SESSION_NOT_OPEN, initiator.perform(OperationCode.GET_STORAGE_IDS));
            assertResponse(ResponseCode.OK, initiator.openSession());
            assertResponse(ResponseCode.SESSION_ALREADY_OPEN, initiator.openSession());
            assertResponse(ResponseCode.OK, initiator.perform(OperationCode.GET_STORAGE_IDS));
            assertResponse(ResponseCode.OK, initiator.perform(OperationCode.CLOSE_SESSION));
            assertResponse(ResponseCode.SESSION_NOT_OPEN, initiator.perform(OperationCode.GET_STORAGE_IDS));
        }
    }

    /** The answers of DeviceInfo and of the operations themselves must never disagree. */
    @Test
    void deviceInfoListsExactlyTheOperationsThatAreAnswered() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            PtpReader info = new PtpReader(
                    initiator.perform(OperationCode.GET_DEVICE_INFO).data().bytes());
            info.bytes(8);
            info.string();
            info.u16();
            List<Integer> listed = info.u16Array();
            initiator.openSession();
            for (OperationCode operation : OperationCode.values()) {
                if (operation != OperationCode.CLOSE_SESSION) {
                    boolean answered =
                            initiator.perform(operation).response() != ResponseCode.OPERATION_NOT_SUPPORTED.wire();
                    assertEquals(listed.contains(operation.wire()), answered, operation.toString());
                }
            }
            assertResponse(ResponseCode.OPERATION_NOT_SUPPORTED, initiator.perform(0x9999));
        }
    }

    @Test
    void aFrameIsWhatWasShotWholeAndInPieces() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            int handle = capture(initiator);
            Exposure exposure = camera.exposures().get(0);
            byte[] shot = Files.readAllBytes(exposure.digest().file());
            Outcome whole = initiator.perform(OperationCode.GET_OBJECT, handle);
            assertArrayEquals(shot, whole.data().bytes());
            assertTrue(shot.length > 2 * AnswerWriter.PIECE_BYTES, "several data packets are needed");

            Outcome middle = initiator.perform(OperationCode.GET_PARTIAL_OBJECT, handle, 1000, 500);
            assertArrayEquals(
                    Arrays.copyOfRange(shot, 1000, 1500), middle.data().bytes());
            assertEquals(List.of(500), middle.parameters());
            Outcome end = initiator.perform(OperationCode.GET_PARTIAL_OBJECT, handle, shot.length - 10, 500);
            assertEquals(List.of(10), end.parameters());
            Outcome behind = initiator.perform(OperationCode.GET_PARTIAL_OBJECT, handle, shot.length + 10, 500);
            assertEquals(new Outcome(ResponseCode.OK.wire(), List.of(0), Payload.EMPTY), behind);
        }
    }

    @Test
    void aDeletedFrameIsGoneOnTheCameraAndStillKnownToTheControlPort() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            int handle = capture(initiator);
            assertResponse(ResponseCode.OK, initiator.perform(OperationCode.DELETE_OBJECT, handle));
            assertResponse(
                    ResponseCode.INVALID_OBJECT_HANDLE, initiator.perform(OperationCode.GET_OBJECT_INFO, handle));
            assertResponse(ResponseCode.INVALID_OBJECT_HANDLE, initiator.perform(OperationCode.GET_OBJECT, handle));
            assertTrue(Files.exists(camera.exposures().get(0).digest().file()));
        }
    }

    @Test
    void theBufferHoldsOneFrameAndIsEmptyInTheNextSession() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            assertResponse(ResponseCode.OK, captureTo(initiator, 1));
            awaitReady(initiator);
            assertResponse(ResponseCode.STORE_FULL, captureTo(initiator, 1));
            assertResponse(ResponseCode.OK, initiator.perform(OperationCode.GET_OBJECT_INFO, 0xFFFF0001));
            initiator.perform(OperationCode.CLOSE_SESSION);
            initiator.openSession();
            assertResponse(
                    ResponseCode.INVALID_OBJECT_HANDLE, initiator.perform(OperationCode.GET_OBJECT_INFO, 0xFFFF0001));
        }
    }

    @Test
    void aSecondInitiatorIsRefusedAsBusyAndTheFirstIsNotDisturbed() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri());
                Socket second = TestInitiator.socket(camera.uri())) {
            initiator.openSession();
            TestInitiator.write(
                    second, new Packet.InitCommandRequest(new Guid(3, 4), "second", Packet.PROTOCOL_VERSION));
            assertEquals(new Packet.InitFail(Packet.InitFail.BUSY), PacketCodec.read(second.getInputStream()));
            assertResponse(ResponseCode.OK, initiator.perform(OperationCode.GET_STORAGE_IDS));
        }
        try (TestInitiator next = TestInitiator.connect(camera.uri())) {
            assertResponse(ResponseCode.OK, next.openSession());
        }
    }

    @Test
    void anEventConnectionWithAWrongNumberIsRefused() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri());
                Socket stranger = TestInitiator.socket(camera.uri())) {
            TestInitiator.write(stranger, new Packet.InitEventRequest(4711));
            assertInstanceOf(Packet.InitFail.class, PacketCodec.read(stranger.getInputStream()));
            assertResponse(ResponseCode.OK, initiator.openSession());
        }
    }

    @Test
    void theEventConnectionClosesWithTheCommandConnectionAndAnswersProbesBefore() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.writeEvent(new Packet.ProbeRequest());
            assertInstanceOf(Packet.ProbeResponse.class, initiator.event());
            initiator.command().close();
            assertThrows(EOFException.class, initiator::event);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f0ffffff06000000",
                "0700000006000000",
                "08000000ff000000",
                "0c0000000200000001000000",
                "16000000060000000200000016100000000001000000140000000900000000000000ffffffffffffff7f"
            })
    void malformedPacketsEndTheConnectionAndNothingElse(String hex) throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.command().getOutputStream().write(HexFormat.of().parseHex(hex));
            assertThrows(IOException.class, initiator::outcome);
        }
        try (TestInitiator next = TestInitiator.connect(camera.uri())) {
            assertResponse(ResponseCode.OK, next.openSession());
        }
    }

    @Test
    void aPropertyIsSetWithinItsFormAndOnlyIfItIsWritable() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            int iso = PropertyCode.EXPOSURE_INDEX.wire();
            assertResponse(ResponseCode.OK, initiator.setProperty(iso, new byte[] {(byte) 0x90, 1}));
            assertArrayEquals(
                    new byte[] {(byte) 0x90, 1},
                    initiator
                            .perform(OperationCode.GET_DEVICE_PROP_VALUE, iso)
                            .data()
                            .bytes());
            assertResponse(ResponseCode.INVALID_DEVICE_PROP_VALUE, initiator.setProperty(iso, new byte[] {1, 0}));
            assertResponse(ResponseCode.INVALID_DEVICE_PROP_FORMAT, initiator.setProperty(iso, new byte[] {1}));
            assertResponse(
                    ResponseCode.ACCESS_DENIED,
                    initiator.setProperty(PropertyCode.BATTERY_LEVEL.wire(), new byte[] {50}));
            assertResponse(ResponseCode.DEVICE_PROP_NOT_SUPPORTED, initiator.setProperty(0x5FFF, new byte[] {1}));
        }
    }

    /** Three small writes without TCP_NODELAY cost an initiator 40 ms each unless they are acknowledged at once. */
    @Test
    void settingPropertiesDoesNotWaitForDelayedAcknowledgements() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertResponse(
                        ResponseCode.OK,
                        initiator.setProperty(PropertyCode.EXPOSURE_INDEX.wire(), new byte[] {100, 0}));
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 400, "20 settings took " + millis + " ms");
        }
    }

    @Test
    void poweredOffItIsNotThereAndPoweredOnItIsOnTheSamePortWithItsCard() throws IOException {
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            capture(initiator);
            camera.powerOff();
            assertThrows(IOException.class, () -> initiator.perform(OperationCode.GET_STORAGE_IDS));
        }
        assertThrows(IOException.class, () -> TestInitiator.connect(camera.uri()));
        assertEquals(ResponseCode.STORE_NOT_AVAILABLE, camera.pressShutter());
        camera.powerOn();
        try (TestInitiator initiator = TestInitiator.connect(camera.uri())) {
            initiator.openSession();
            Outcome handles = initiator.perform(OperationCode.GET_OBJECT_HANDLES, -1, 0, 0);
            assertEquals(3, new PtpReader(handles.data().bytes()).u32Array().size());
        }
    }

    private static int capture(TestInitiator initiator) throws IOException {
        assertResponse(ResponseCode.OK, captureTo(initiator, 0));
        awaitReady(initiator);
        PtpReader events = new PtpReader(
                initiator.perform(OperationCode.NIKON_GET_EVENT).data().bytes());
        assertEquals(2, events.u16());
        assertEquals(0x4002, events.u16());
        int handle = events.u32();
        assertEquals(0x400D, events.u16());
        return handle;
    }

    private static Outcome captureTo(TestInitiator initiator, int destination) throws IOException {
        return initiator.perform(OperationCode.NIKON_INITIATE_CAPTURE_REC_IN_MEDIA, -1, destination);
    }

    private static void awaitReady(TestInitiator initiator) throws IOException {
        Outcome ready;
        do {
            ready = initiator.perform(OperationCode.NIKON_DEVICE_READY);
        } while (ready.response() == ResponseCode.DEVICE_BUSY.wire());
        assertResponse(ResponseCode.OK, ready);
    }

    private static void assertResponse(ResponseCode expected, Outcome outcome) {
        assertEquals(expected, ResponseCode.of(outcome.response()).orElseThrow());
    }
}
