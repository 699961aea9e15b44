package caixiang.sim.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IppMessageReaderTest {
    /** The Print-Job request of RFC 8010 §A.1, byte for byte as printed there, up to the document. */
    private static final String RFC_8010_PRINT_JOB = "0101" + "0002" + "00000001" + "01"
            + "47" + "0012" + hex("attributes-charset") + "0005" + hex("utf-8")
            + "48" + "001b" + hex("attributes-natural-language") + "0005" + hex("en-us")
            + "45" + "000b" + hex("printer-uri") + "002c" + hex("ipp://printer.example.com/ipp/print/pinetree")
            + "42" + "0008" + hex("job-name") + "0006" + hex("foobar")
            + "22" + "0016" + hex("ipp-attribute-fidelity") + "0001" + "01"
            + "02"
            + "21" + "0006" + hex("copies") + "0004" + "00000014"
            + "44" + "0005" + hex("sides") + "0013" + hex("two-sided-long-edge")
            + "03";

    @Test
    void theExampleOfTheStandardIsReadAndTheDocumentLeftInTheStream() throws IOException {
        ByteArrayInputStream in = bytes(RFC_8010_PRINT_JOB + hex("%PDF-1.7"));

        IppPacket packet = IppMessageReader.read(in);

        assertEquals(Operation.printJob, packet.getOperation());
        assertEquals("foobar", packet.getString(Tag.operationAttributes, Types.jobName));
        assertEquals(20, packet.getValue(Tag.jobAttributes, Types.copies));
        assertArrayEquals("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), in.readAllBytes());
    }

    static Stream<Arguments> malformed() {
        String fixed = "0101000b00000007";
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("cut in the fixed part", "0101000b"),
                Arguments.of("no groups and no end", fixed),
                Arguments.of("attribute before a group", fixed + "47000161000161" + "03"),
                Arguments.of("cut in a name", fixed + "014700126174"),
                Arguments.of("negative name length", fixed + "0147ffff61"),
                Arguments.of("negative value length", fixed + "0147000161800061" + "03"),
                Arguments.of("reserved delimiter", fixed + "00" + "03"),
                Arguments.of("no end of attributes", fixed + "0147000161000162"),
                Arguments.of("collection that never ends", fixed + "01340001610000" + "03"),
                Arguments.of("collection that never began", fixed + "013700000000" + "03"),
                Arguments.of("integer of three bytes", fixed + "01210001610003000001" + "03"),
                Arguments.of(
                        "nested too deep",
                        fixed + "01" + "34000161" + "0000" + "4a0000000161340000" + "0000".repeat(9)),
                Arguments.of(
                        "too many attributes", fixed + "01" + ("4700017f" + "7fff" + "61".repeat(0x7fff)).repeat(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void wrongBytesAreMalformedAndNothingElse(String what, String hex) {
        assertThrows(MalformedMessageException.class, () -> IppMessageReader.read(bytes(hex)));
    }

    @Test
    void aMillionNestedCollectionsAreRefusedBeforeAnythingRecurses() {
        String nested =
                "0101000b00000007" + "01" + "34000161" + "0000" + ("4a00000001" + "61" + "3400000000").repeat(1000);
        MalformedMessageException e =
                assertThrows(MalformedMessageException.class, () -> IppMessageReader.read(bytes(nested)));
        assertEquals(7, e.requestId());
    }

    static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(500);
    }

    /** A mutated message is read or refused, never anything worse. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedMessagesAreReadOrMalformed(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] message = HexFormat.of().parseHex(RFC_8010_PRINT_JOB);
        for (int i = 0; i < 3; i++) {
            message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.write(message, 0, random.nextBoolean() ? message.length : random.nextInt(message.length));
        try {
            IppMessageReader.read(new ByteArrayInputStream(cut.toByteArray()));
        } catch (MalformedMessageException expected) {
            assertEquals(MalformedMessageException.class, expected.getClass());
        }
    }

    private static ByteArrayInputStream bytes(String hex) {
        return new ByteArrayInputStream(HexFormat.of().parseHex(hex));
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
