package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final List<String> KNOWN = List.of("--port", "--rate");

    @Test
    void optionsAreReadAndOthersHaveDefaults() throws UsageException {
        Arguments arguments = Arguments.parse(List.of("--port", "15740"), KNOWN);
        assertEquals(15_740, arguments.port("--port"));
        assertEquals("full", arguments.choice("--rate", "full", "usb2"));
        assertThrows(UsageException.class, () -> arguments.required("--rate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "camera --prot 1; unknown option --prot",
                "camera --port; --port needs a value",
                "camera --port 1 --port 2; --port is given twice",
                "camera --port 70000; --port must be a whole number from 0 to 65535, not 70000",
                "camera --rate usb9; --rate must be full or usb2, not usb9",
                "camera --personality canon; --personality must be nikon or generic, not canon",
                "toaster; unknown subcommand toaster"
            })
    void aWrongCommandLineSaysWhatIsAllowedAndEndsWithTwo(String line, String hint) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertEquals(2, Main.run(List.of(line.split(" ")), to, to));
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith(hint), text);
        assertTrue(text.contains("usage: camera "), text);
    }
}
