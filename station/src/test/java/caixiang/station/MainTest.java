package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpGoesToStandardOutputAndIsNoError() {
        assertEquals(Main.FINE, run("--help"));
        assertTrue(text(out).startsWith("Usage: station run"), text(out));
        assertEquals("", text(err));
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(Main.FINE, run("--version"));
        assertEquals(1, text(out).lines().count());
    }

    @Test
    void nonsenseIsNamedWithWhatWouldMakeSense() {
        assertEquals(Main.USAGE, run("run", "--camrea", "auto"));
        assertEquals("", text(out));
        assertTrue(text(err).startsWith("station: unknown option --camrea"), text(err));
        assertTrue(text(err).contains("--camera WHERE"), text(err));
    }

    @Test
    void aSettingGivenAsAnOptionIsCheckedLikeOneInTheFile() {
        assertEquals(Main.USAGE, run("run", "--http-port", "70000"));
        assertTrue(text(err).contains("70000"), text(err));
    }

    private int run(String... words) {
        return new Main(stream(out), stream(err), Clock.systemUTC()).run(List.of(words));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
