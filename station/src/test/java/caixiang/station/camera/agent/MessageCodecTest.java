package caixiang.station.camera.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    private static final CardObject OBJECT =
            new CardObject("/store_00010001/DCIM/100ND750", "DSC_0001.JPG", 10_898_954, Instant.EPOCH);

    static Stream<AgentMessage> agentMessages() {
        return Stream.of(
                new AgentMessage.Hello(1, 4711, "2.5.30"),
                new AgentMessage.Alive("transfer of DSC_0001.JPG", 10_000),
                new AgentMessage.Searching(CameraFault.NOT_FOUND, "nobody"),
                new AgentMessage.Connected(new CameraIdentity("6000001", "D750", "usb:001,004")),
                new AgentMessage.Listed(List.of(OBJECT, OBJECT)),
                new AgentMessage.Ready(2),
                new AgentMessage.Fired("shot-1"),
                new AgentMessage.Refused("shot-1", CameraFault.CARD_FULL, "PTP Store Full"),
                new AgentMessage.Spooled("0190"),
                new AgentMessage.ShotFailed("shot-1", CameraFault.TIMED_OUT, "no picture"),
                new AgentMessage.TransferFailed(OBJECT, CameraFault.DAMAGED_FRAME, "short"),
                new AgentMessage.Fetched(OBJECT),
                new AgentMessage.FetchFailed(OBJECT, CameraFault.UNKNOWN, "gone"),
                new AgentMessage.Deleted(OBJECT),
                new AgentMessage.DeleteFailed(OBJECT, CameraFault.UNKNOWN, "gone"),
                new AgentMessage.Leaving(true, CameraFault.UNKNOWN, "采像"));
    }

    static Stream<StationMessage> stationMessages() {
        return Stream.of(
                new StationMessage.Begin("auto", "/var/lib/caixiang/spool", AgentLimits.USUAL),
                new StationMessage.Trigger("shot-1"),
                new StationMessage.Fetch(OBJECT),
                new StationMessage.Delete(OBJECT),
                new StationMessage.ReadAnew(),
                new StationMessage.Stop());
    }

    @ParameterizedTest
    @MethodSource("agentMessages")
    void everyMessageOfTheAgentArrives(AgentMessage message) throws IOException {
        assertEquals(List.of(message), read(AgentMessage.class, MessageCodec.encode(message), 4096));
    }

    @ParameterizedTest
    @MethodSource("stationMessages")
    void everyMessageOfTheStationArrives(StationMessage message) throws IOException {
        assertEquals(List.of(message), read(StationMessage.class, MessageCodec.encode(message), 4096));
    }

    @Test
    void messageIsItsLengthAndOneJsonObject() {
        String json = "{\"kind\":\"fired\",\"shotId\":\"shot-1\"}";
        ByteBuffer bytes = MessageCodec.encode(new AgentMessage.Fired("shot-1"));
        assertEquals(json.length(), bytes.getInt());
        assertEquals(json, StandardCharsets.UTF_8.decode(bytes).toString());
    }

    @Test
    void messagesArriveWhereverTheStreamIsCut() throws IOException {
        List<AgentMessage> all = agentMessages().toList();
        ByteBuffer bytes = ByteBuffer.allocate(100_000);
        all.forEach(message -> bytes.put(MessageCodec.encode(message)));
        bytes.flip();
        for (int piece : new int[] {1, 2, 3, 5, 7, 64, 4095, 4097}) {
            assertEquals(all, read(AgentMessage.class, bytes.duplicate(), piece), "in pieces of " + piece);
        }
    }

    @Test
    void listingOfManyFilesFitsIntoOneMessage() throws IOException {
        CardObject longest = new CardObject("/" + "f".repeat(1_000), "n".repeat(127), Long.MAX_VALUE, Instant.MAX);
        AgentMessage message = new AgentMessage.Listed(Collections.nCopies(CardListing.PIECE, longest));
        assertEquals(List.of(message), read(AgentMessage.class, MessageCodec.encode(message), 65_536));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, MessageCodec.MESSAGE_MAX + 1})
    void lengthOutOfBoundsIsRefusedBeforeAnythingIsAllocated(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(4).putInt(length).flip();
        assertThrows(MalformedMessageException.class, () -> read(AgentMessage.class, bytes, 4096));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"ready\"",
                "{\"kind\":\"unheard\"}",
                "{\"kind\":\"trigger\",\"shotId\":\"of the other end\"}",
                "{\"kind\":\"fired\"}",
                "{\"kind\":\"fired\",\"shotId\":null}",
                "{\"kind\":\"fired\",\"shotId\":\"a\",\"more\":1}",
                "{\"kind\":\"searching\",\"fault\":\"RAIN\",\"message\":\"\"}",
                "{\"kind\":\"hello\",\"version\":null,\"pid\":1,\"library\":\"\"}",
                "{\"kind\":\"ready\"} {}",
                "{\"kind\":\"ready\""
            })
    void anythingElseIsMalformed(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(4 + text.length)
                .putInt(text.length)
                .put(text)
                .flip();
        assertThrows(MalformedMessageException.class, () -> read(AgentMessage.class, bytes, 4096));
    }

    @Test
    void noiseIsNeverAnythingButMalformed() throws IOException {
        List<AgentMessage> all = agentMessages().toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ByteBuffer bytes = MessageCodec.encode(all.get(seed % all.size()));
            bytes.put(random.nextInt(bytes.limit()), (byte) random.nextInt());
            try {
                read(AgentMessage.class, bytes, 4096);
            } catch (MalformedMessageException expected) {
                assertTrue(String.valueOf(expected.getMessage()).contains("message"), "seed " + seed);
            }
        }
    }

    @Test
    void messageThatIsTooLongIsNotSent() {
        String text = "x".repeat(MessageCodec.MESSAGE_MAX);
        assertThrows(IllegalArgumentException.class, () -> MessageCodec.encode(new AgentMessage.Fired(text)));
    }

    @Test
    void halfAMessageIsNone() throws IOException {
        ByteBuffer bytes = MessageCodec.encode(new AgentMessage.Ready(2));
        assertEquals(List.of(), read(AgentMessage.class, bytes.limit(bytes.limit() - 1), 4096));
    }

    private static <T> List<T> read(Class<T> type, ByteBuffer bytes, int piece) throws IOException {
        MessageCodec<T> codec = new MessageCodec<>(type);
        List<T> messages = new ArrayList<>();
        while (bytes.hasRemaining()) {
            codec.fill(into -> {
                int length = Math.min(piece, Math.min(bytes.remaining(), into.remaining()));
                into.put(bytes.slice(bytes.position(), length));
                bytes.position(bytes.position() + length);
                return length;
            });
            while (codec.hasNext()) {
                messages.add(codec.next());
            }
        }
        return messages;
    }
}
