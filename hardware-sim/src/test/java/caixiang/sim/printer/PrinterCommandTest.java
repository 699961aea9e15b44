package caixiang.sim.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterCommandTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyOptionIsHeard() {
        PrinterOptions options = PrinterCommand.parse(
                new String[] {"--port", "8632", "--out", "paper", "--name", "DNP 样机", "--sheet-millis", "8000"});
        assertEquals(new PrinterOptions(8632, Path.of("paper"), "DNP 样机", Duration.ofSeconds(8)), options);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 1",
                "--out",
                "--out x --port many",
                "--out x --port 65536",
                "--out x --bogus 1",
                "--out x --sheet-millis -1"
            })
    void wrongArgumentsEndWithTheUsage(String line) {
        int status = PrinterCommand.run(line.split(" "), out(), new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(2, status);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("usage: printer --port"), err::toString);
    }

    private static PrintStream out() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
