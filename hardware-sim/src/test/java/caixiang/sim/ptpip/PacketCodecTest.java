package caixiang.sim.ptpip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import caixiang.sim.ptp.MalformedPacketException;
import caixiang.sim.ptp.PtpWriter;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PacketCodecTest {
    private static final List<PacketType> TYPES = List.of(PacketType.values());

    /** Bytes from a trace of libgphoto2 2.5.30 against a PTP/IP responder. */
    static Stream<Arguments> recorded() {
        Payload isoSpeed400 = new Payload(HexFormat.of().parseHex("9001"));
        return Stream.of(
                Arguments.of(
                        "22000000 01000000 44a16919963b72a3d891bb74bb90bf5a 76006d000000 00000100",
                        new Packet.InitCommandRequest(
                                new Guid(0x44a16919963b72a3L, 0xd891bb74bb90bf5aL), "vm", Packet.PROTOCOL_VERSION)),
                Arguments.of("0c000000 03000000 01000000", new Packet.InitEventRequest(1)),
                Arguments.of("08000000 04000000", new Packet.InitEventAck()),
                Arguments.of("0c000000 05000000 02000000", new Packet.InitFail(Packet.InitFail.BUSY)),
                Arguments.of(
                        "16000000 06000000 01000000 0210 00000000 01000000",
                        new Packet.OperationRequest(1, 0x1002, 0, List.of(1))),
                Arguments.of("0e000000 07000000 0120 00000000", new Packet.OperationResponse(0x2001, 0, List.of())),
                Arguments.of(
                        "1e000000 06000000 01000000 0710 04000000 ffffffff 00000000 ffffffff",
                        new Packet.OperationRequest(1, 0x1007, 4, List.of(-1, 0, -1))),
                Arguments.of("14000000 09000000 01000000 7101000000000000", new Packet.StartData(1, 0x171)),
                Arguments.of("0e000000 0c000000 07000000 9001", new Packet.EndData(7, isoSpeed400)),
                Arguments.of("0e000000 0a000000 07000000 9001", new Packet.Data(7, isoSpeed400)),
                Arguments.of(
                        "12000000 08000000 0240 00000000 0400000b", new Packet.Event(0x4002, 0, List.of(0x0b000004))),
                Arguments.of("0c000000 0b000000 07000000", new Packet.Cancel(7)),
                Arguments.of("08000000 0d000000", new Packet.ProbeRequest()),
                Arguments.of("08000000 0e000000", new Packet.ProbeResponse()));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void recordedBytesAreReadAndWritten(String hex, Packet packet) throws IOException {
        byte[] bytes = bytes(hex);
        assertEquals(packet, PacketCodec.read(new ByteArrayInputStream(bytes)));
        assertArrayEquals(bytes, PacketCodec.encode(packet));
    }

    @Test
    void initCommandAckEndsItsNameWithNul() {
        Packet ack = new Packet.InitCommandAck(1, new Guid(1, 2), "D750", Packet.PROTOCOL_VERSION);
        assertEquals(
                "2a000000020000000100000000000000000000010000000000000002" + "44003700350030000000" + "00000100",
                HexFormat.of().formatHex(PacketCodec.encode(ack)));
    }

    @Test
    void aDataHeaderIsTheBeginningOfItsPacket() {
        byte[] payload = {1, 2, 3};
        byte[] joined = new PtpWriter()
                .bytes(PacketCodec.dataHeader(PacketType.END_DATA, 9, payload.length))
                .bytes(payload)
                .toByteArray();
        assertArrayEquals(PacketCodec.encode(new Packet.EndData(9, new Payload(payload))), joined);
    }

    @ParameterizedTest
    @CsvSource({
        "'length below the header', 07000000 06000000",
        "'length zero', 00000000 06000000",
        "'length above the limit', 01001000 0c000000",
        "'length 2^31', 00000080 0c000000",
        "'length 2^32-16', f0ffffff 0c000000",
        "'unknown type', 08000000 0f000000",
        "'type zero', 08000000 00000000",
        "'operation request too short', 0a000000 06000000 0100",
        "'half a parameter', 14000000 06000000 01000000 0110 00000000 0100",
        "'six parameters', 2a000000 06000000 01000000 0110 00000000 01000000 01000000 01000000 01000000 01000000 01000000",
        "'friendly name without NUL', 1c000000 01000000 00000000000000000000000000000000 76006d00",
        "'bytes behind the version', 22000000 01000000 00000000000000000000000000000000 76000000 00000100 0000",
        "'event ack with a body', 0a000000 04000000 0000",
        "'start data too short', 10000000 09000000 01000000 01000000"
    })
    void malformedPacketsAreRefused(String what, String hex) {
        assertThrows(
                MalformedPacketException.class, () -> PacketCodec.read(new ByteArrayInputStream(bytes(hex))), what);
    }

    @Test
    void aConnectionThatEndsInsideAPacketIsNoMalformedPacket() {
        assertThrows(
                EOFException.class, () -> PacketCodec.read(new ByteArrayInputStream(bytes("22000000 01000000 44a1"))));
        assertThrows(EOFException.class, () -> PacketCodec.read(new ByteArrayInputStream(bytes("2200"))));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPacketSurvivesTheRoundTrip(long seed) throws IOException {
        Packet packet = random(new Random(seed));
        assertEquals(packet, PacketCodec.read(new ByteArrayInputStream(PacketCodec.encode(packet))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brokenPacketsFailOnlyAsMalformedOrCutOff(long seed) {
        Random random = new Random(seed);
        byte[] bytes = PacketCodec.encode(random(random));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        try {
            PacketCodec.read(new ByteArrayInputStream(bytes));
        } catch (MalformedPacketException | EOFException e) {
            // As it should be; anything else fails the test.
        } catch (IOException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static Packet random(Random random) {
        int a = random.nextInt();
        int code = random.nextInt(0x10000);
        Guid guid = new Guid(random.nextLong(), random.nextLong());
        return switch (TYPES.get(random.nextInt(TYPES.size()))) {
            case INIT_COMMAND_REQUEST -> new Packet.InitCommandRequest(guid, name(random), a);
            case INIT_COMMAND_ACK -> new Packet.InitCommandAck(a, guid, name(random), random.nextInt());
            case INIT_EVENT_REQUEST -> new Packet.InitEventRequest(a);
            case INIT_EVENT_ACK -> new Packet.InitEventAck();
            case INIT_FAIL -> new Packet.InitFail(a);
            case OPERATION_REQUEST -> new Packet.OperationRequest(random.nextInt(3), code, a, parameters(random));
            case OPERATION_RESPONSE -> new Packet.OperationResponse(code, a, parameters(random));
            case EVENT -> new Packet.Event(code, a, parameters(random));
            case START_DATA -> new Packet.StartData(a, random.nextLong());
            case DATA -> new Packet.Data(a, payload(random));
            case CANCEL -> new Packet.Cancel(a);
            case END_DATA -> new Packet.EndData(a, payload(random));
            case PROBE_REQUEST -> new Packet.ProbeRequest();
            case PROBE_RESPONSE -> new Packet.ProbeResponse();
        };
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            name.append((char) (1 + random.nextInt(0xFFFF)));
        }
        return name.toString();
    }

    private static List<Integer> parameters(Random random) {
        List<Integer> parameters = new ArrayList<>();
        for (int i = random.nextInt(Packet.PARAMETERS_MAX + 1); i > 0; i--) {
            parameters.add(random.nextInt());
        }
        return parameters;
    }

    private static Payload payload(Random random) {
        byte[] bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
        return new Payload(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
