package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void optionsOfRunBecomeSettingsByTheirNamesInTheFile() throws Exception {
        Arguments arguments = Arguments.parse(List.of(
                "run",
                "--settings",
                "day.conf",
                "--data",
                "d",
                "--session",
                "s",
                "--camera",
                "auto",
                "--printer",
                "none",
                "--roster",
                "r.csv",
                "--http-port",
                "0"));
        assertEquals(Arguments.Command.RUN, arguments.command());
        assertEquals(Optional.of(Path.of("day.conf")), arguments.settings());
        assertEquals(
                Map.of(
                        "data",
                        "d",
                        "session.id",
                        "s",
                        "camera.port",
                        "auto",
                        "printer.uri",
                        "none",
                        "roster",
                        "r.csv",
                        "http.port",
                        "0"),
                arguments.overrides());
    }

    @Test
    void theDoctorLooksAtTheMachineAsThatStationWouldUseIt() throws Exception {
        assertEquals(
                Arguments.parse(List.of("run", "--camera", "usb:001,004")).overrides(),
                Arguments.parse(List.of("doctor", "--camera", "usb:001,004")).overrides());
    }

    /** An option that is silently ignored is found out on the day. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | say what to do",
                "start                     | unknown command start",
                "run --camrea auto         | unknown option --camrea",
                "run --data                | --data needs a value",
                "run --data --session s    | --data needs a value",
                "run --data a --data b     | --data is given twice",
                "run stray                 | unknown option stray",
                "--version now             | nothing may follow"
            })
    void wordsThatMakeNoSenseAreNamed(String line, String complaint) {
        List<String> words = line.isBlank() ? List.of() : List.of(line.trim().split(" +"));
        var refused = assertThrows(Arguments.UsageException.class, () -> Arguments.parse(words));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(complaint), refused.getMessage());
    }
}
