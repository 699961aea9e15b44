package caixiang.station.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IppReplyReaderTest {
    /** The Print-Job response of RFC 8010 §A.2, byte for byte as printed there. */
    private static final String RFC_8010_PRINT_JOB_ANSWER = "0101" + "0000" + "00000001" + "01"
            + "47" + "0012" + hex("attributes-charset") + "0005" + hex("utf-8")
            + "48" + "001b" + hex("attributes-natural-language") + "0005" + hex("en-us")
            + "41" + "000e" + hex("status-message") + "000d" + hex("successful-ok")
            + "02"
            + "21" + "0006" + hex("job-id") + "0004" + "00000093"
            + "45" + "0007" + hex("job-uri") + "0030" + hex("ipp://printer.example.com/ipp/print/pinetree/147")
            + "23" + "0009" + hex("job-state") + "0004" + "00000003"
            + "03";

    @Test
    void theExampleOfTheStandardIsRead() throws IOException {
        IppPacket reply = IppReplyReader.read(bytes(RFC_8010_PRINT_JOB_ANSWER));
        assertEquals(Status.successfulOk, reply.getStatus());
        assertEquals(147, reply.getValue(Tag.jobAttributes, Types.jobId));
        assertEquals(JobState.pending, reply.getValue(Tag.jobAttributes, Types.jobState));
    }

    static Stream<Arguments> wrong() {
        String head = "0101000000000001" + "01";
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("a web page", hex("<html><body>It works!</body></html>")),
                Arguments.of("no end", "0101000000000001"),
                Arguments.of("cut in a value", head + "4700016100057574"),
                Arguments.of("negative length", head + "470001618000" + "03"),
                Arguments.of("a length beyond the end", head + "470001617fff61" + "03"),
                Arguments.of("an integer of two bytes", head + "21000161000200ff" + "03"),
                Arguments.of(
                        "a million collections",
                        head + "34000161" + "0000" + "4a000000016134" + "00000000"
                                + "4a00000001613400000000".repeat(5000) + "03"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsNoMessageIsSaidToBeNone(String what, String hex) {
        assertThrows(IOException.class, () -> IppReplyReader.read(bytes(hex)));
    }

    static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedAnswersAreReadOrRefusedAndNothingElse(int seed) {
        Random random = new Random(seed);
        byte[] answer = bytes(RFC_8010_PRINT_JOB_ANSWER);
        for (int i = 0; i < 3; i++) {
            answer[random.nextInt(answer.length)] = (byte) random.nextInt(256);
        }
        try {
            assertTrue(IppReplyReader.read(answer).getAttributeGroups().size() < answer.length);
        } catch (IOException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
