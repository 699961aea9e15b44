package caixiang.station.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileTheShippedDefaultsHold() throws SettingsException {
        Settings settings = Settings.load(Optional.empty(), Map.of());

        assertEquals("auto", settings.camera().port());
        assertEquals(Optional.empty(), settings.printer().uri());
        assertEquals(List.of("4x2in", "8x1in"), settings.printer().templates());
        assertEquals(Duration.ofSeconds(10), settings.capture().deadline());
        assertEquals(2L << 30, settings.capture().freeSpaceMinBytes());
        assertEquals(Optional.empty(), settings.archive().secondCopy());
        assertEquals("2026-11-22-a", settings.session().idOn(LocalDate.of(2026, 11, 22)));
        assertTrue(settings.identity().key().isAbsolute());
    }

    @Test
    void theDefaultPortraitOfALandscapeFrameIsFiveToSeven() throws SettingsException {
        PortraitSettings portrait = Settings.load(Optional.empty(), Map.of()).portrait();

        double widthOf6000 = portrait.width() * 6000;
        double heightOf4000 = portrait.height() * 4000;
        assertEquals(5.0 / 7.0, widthOf6000 / heightOf4000, 0.0001);
        assertEquals(0.5, portrait.left() + portrait.width() / 2, 0.0001);
    }

    @Test
    void theCommandLineWinsOverTheFileAndTheFileOverTheDefaults() throws Exception {
        Path file = write("camera.port = \"usb:001,004\"\nhttp.port = 9000\n");

        Settings settings = Settings.load(Optional.of(file), Map.of("http.port", "0"));

        assertEquals("usb:001,004", settings.camera().port());
        assertEquals(0, settings.web().port());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            capture.deadlin = 10s             | there is no setting capture.deadlin
            capture.deadline = 0s             | capture.deadline is 0s but must be a time with its unit from 1000ms to 120000ms
            capture.deadline = 10             | capture.deadline is 10 but must be a time with its unit
            capture.free-space-min = much     | capture.free-space-min is much but must be an amount with its unit
            http.port = 70000                 | http.port is 70000 but must be a whole number from 0 to 65535
            http.port = [1]                   | http.port is [1] but must be a whole number
            print.automatic = perhaps         | print.automatic is perhaps but must be true or false
            printer.names = half              | printer.names is half but must be masked or full
            printer.uri = "http://printer/"   | printer.uri is http://printer/ but must be none, or an address that begins with ipp:// or ipps://
            print.templates = []              | print.templates is [] but must be a list of 1 to 8 template names
            camera.port = serial              | camera.port is serial but must be auto, none, usb:… or ptpip:HOST[:PORT]
            portrait.left = 0.9               | portrait.width is 0.476190476 but must be more than 0, and left + width at most 1
            shared.url = "mysql://db/x"       | shared.url is mysql://db/x but must be jdbc:postgresql://HOST[:PORT]/DATABASE, or empty
            session.id = "../x"               | session.id is ../x but must be 1 to 40 letters, digits and hyphens, or empty
            data = ""                         | data is  but must be the path of a file or folder
            """)
    void aWrongSettingIsRefusedWithItsValueAndWhatIsAllowed(String line, String message) throws Exception {
        Path file = write("# first line\n" + line + "\n");

        SettingsException refused =
                assertThrows(SettingsException.class, () -> Settings.load(Optional.of(file), Map.of()));

        assertTrue(message(refused).contains(message), message(refused));
        if (!line.startsWith("portrait")) {
            assertTrue(message(refused).startsWith(file + ":2: "), message(refused));
        }
    }

    @Test
    void aFileThatIsNoHoconIsRefusedWithItsLine() throws Exception {
        Path file = write("camera {\n  port = \"auto\n}\n");

        SettingsException refused =
                assertThrows(SettingsException.class, () -> Settings.load(Optional.of(file), Map.of()));

        assertTrue(message(refused).contains(file + ": 2"), message(refused));
    }

    @Test
    void aWrongValueOnTheCommandLineSaysSo() {
        SettingsException refused = assertThrows(
                SettingsException.class, () -> Settings.load(Optional.empty(), Map.of("http.port", "web")));

        assertTrue(message(refused).startsWith("command line: http.port is web"), message(refused));
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("none.conf");

        SettingsException refused =
                assertThrows(SettingsException.class, () -> Settings.load(Optional.of(missing), Map.of()));

        assertTrue(message(refused).startsWith(missing.toString()), message(refused));
    }

    /** The operator reads Chinese, the technician may read English: both must find what a setting is for. */
    @Test
    void everySettingIsExplainedInChineseAndEnglish() throws IOException {
        int settings = 0;
        boolean chinese = false;
        boolean english = false;
        for (String line : shipped().lines().toList()) {
            String text = line.strip();
            if (text.startsWith("#")) {
                chinese |=
                        text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
                english |= text.matches("# [A-Z].*");
            } else if (text.contains(" = ")) {
                boolean continues = text.matches("(top|width|height) = .*");
                assertTrue(continues || (chinese && english), () -> text + " is not explained in both languages");
                settings++;
                chinese = false;
                english = false;
            }
        }
        assertEquals(31, settings);
    }

    private static String shipped() throws IOException {
        try (InputStream in = Settings.class.getResourceAsStream("caixiang.conf")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePasswordOfTheSharedDatabaseIsReadFromItsFileAndToldToNobody() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "se|cret\n");
        Path file = write("shared { url = \"jdbc:postgresql://db:5432/site\", password-file = \"" + password + "\" }");

        SharedSettings shared =
                Settings.load(Optional.of(file), Map.of()).shared().orElseThrow();

        assertEquals("se|cret", shared.password());
        assertEquals("caixiang at jdbc:postgresql://db:5432/site", shared.toString());
    }

    @Test
    void aPasswordInTheAddressIsRefusedWithoutRepeatingIt() throws Exception {
        Path file = write("shared.url = \"jdbc:postgresql://db/site?user=a&password=se-cret\"");

        String refusal =
                String.valueOf(assertThrows(SettingsException.class, () -> Settings.load(Optional.of(file), Map.of()))
                        .getMessage());

        assertTrue(refusal.contains("shared.password-file"), refusal);
        assertTrue(!refusal.contains("se-cret"), refusal);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("own.conf"), text);
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
