package caixiang.layouts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.TestFrames;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path portrait = Path.of("");
    private Path wide = Path.of("");
    private Path pdf = Path.of("");

    @BeforeEach
    void drawPictures() throws Exception {
        portrait = Files.write(
                folder.resolve("portrait.jpg"),
                TestFrames.portrait(new PixelSize(413, 579), 300).toByteArray());
        wide = Files.write(
                folder.resolve("wide.jpg"),
                TestFrames.portrait(new PixelSize(600, 400), 300).toByteArray());
        pdf = folder.resolve("out.pdf");
    }

    @Test
    void aSheetIsWrittenAndSaidToBe() throws Exception {
        assertEquals(0, sheet("--template", "8x1in", portrait.toString(), "-o", pdf.toString()));
        assertEquals(pdf + "  8x1in  1寸×8 (25×35 mm)  oe_photo-l_3.5x5in (88.9×127 mm)\n", text(out));
        assertEquals("", text(err));
        assertEquals(
                "%PDF-1.", Files.readString(pdf, StandardCharsets.ISO_8859_1).substring(0, 7));
    }

    @Test
    void theSheetsAreListed() {
        assertEquals(0, sheet("--list"));
        assertEquals("""
                4x2in  2寸×4 (35×49 mm)  oe_photo-l_3.5x5in (88.9×127 mm)
                4x2in-4x6  2寸×4 (35×49 mm)  na_index-4x6_4x6in (101.6×152.4 mm)
                4x2in-a6  2寸×4 (35×49 mm)  iso_a6_105x148mm (105×148 mm)
                8x1in  1寸×8 (25×35 mm)  oe_photo-l_3.5x5in (88.9×127 mm)
                8x1in-4x6  1寸×8 (25×35 mm)  na_index-4x6_4x6in (101.6×152.4 mm)
                8x1in-a6  1寸×8 (25×35 mm)  iso_a6_105x148mm (105×148 mm)
                set-4x6  2寸×4 (35×49 mm) + 1寸×8 (25×35 mm)  na_index-4x6_4x6in (101.6×152.4 mm)
                set-5x7  2寸×4 (35×49 mm) + 1寸×8 (25×35 mm)  na_5x7_5x7in (127×177.8 mm)
                set-a4  2寸×4 (35×49 mm) + 1寸×8 (25×35 mm)  iso_a4_210x297mm (210×297 mm)
                """, text(out));
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | needs --template, a portrait and -o
            --template 8x1in P                        | needs --template, a portrait and -o
            --template 8x1in -o OUT                   | needs --template, a portrait and -o
            --template 8x1in P P -o OUT               | one portrait only
            --template 8x1in P -o                     | -o 缺少值 / needs a value
            --template 8x1in --template 4x2in P -o OUT | given twice: --template
            --template 8x1in --fit fill P -o OUT      | --fit 只能是 crop / can only be crop, not fill
            --template 8x1in P -o P                   | -o 须以 .pdf 结尾 / must end in .pdf
            --copies 3 P                              | unknown option: --copies
            """)
    void wrongWordsAreAnsweredWithTheUsageAndStatus2(String words, String message) {
        assertEquals(2, sheet(words(words)));
        assertTrue(text(err).contains(message), text(err));
        assertTrue(text(err).contains("sheet --template NAME"), "the usage follows");
        assertFalse(Files.exists(pdf));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --template 9x1in P -o OUT             | no template 9x1in; there are 4x2in, 4x2in-4x6,
            --template 8x1in WIDE -o OUT          | let it be cut by the centre (--fit crop)
            --template 8x1in NOTHING -o OUT       | cannot be read
            --template 8x1in P -o FOLDER/no/x.pdf | cannot write
            --templates FOLDER --template 8x1in P -o OUT | needs 1 to 200 templates
            """)
    void whatCannotBeDoneIsSaidInOneLineWithStatus1(String words, String message) {
        assertEquals(1, sheet(words(words)));
        assertTrue(text(err).contains(message), text(err));
        assertEquals(1, text(err).lines().count(), text(err));
        assertFalse(Files.exists(pdf));
    }

    @Test
    void anotherShapeIsCutOnlyWhenAsked() {
        assertEquals(0, sheet("--template", "4x2in", "--fit", "crop", wide.toString(), "-o", pdf.toString()));
        assertTrue(
                text(err).contains("cut by the centre and encoded anew at 95 %: 286×400 pixels of 600×400"), text(err));
        assertTrue(Files.exists(pdf));
    }

    @Test
    void missingGlyphsAreSaid() {
        assertEquals(
                0, sheet("--template", "4x2in", "--caption", "样\uE123", portrait.toString(), "-o", pdf.toString()));
        assertTrue(text(err).contains("printed as 〓: \uE123 (U+E123)"), text(err));
    }

    @Test
    void aFailureLeavesTheEarlierSheetAndNoHalfOne() throws Exception {
        byte[] earlier = {1, 2, 3};
        Files.write(pdf, earlier);
        assertEquals(1, sheet("--template", "4x2in", wide.toString(), "-o", pdf.toString()));
        assertArrayEquals(earlier, Files.readAllBytes(pdf));
        assertEquals(0, sheet("--template", "4x2in", portrait.toString(), "-o", pdf.toString()));
        assertFalse(Files.exists(folder.resolve("out.pdf.part")));
    }

    private int sheet(String... words) {
        var clock = Clock.fixed(Instant.parse("2026-06-20T08:15:30Z"), ZoneOffset.UTC);
        return new SheetCommand(stream(out), stream(err), clock).run(List.of(words));
    }

    private String[] words(String line) {
        var words = new ArrayList<String>();
        for (String word : line.split(" +", -1)) {
            words.add(word.replace("FOLDER", folder.toString())
                    .replace("OUT", pdf.toString())
                    .replace("WIDE", wide.toString()));
        }
        words.removeIf(String::isEmpty);
        words.replaceAll(word -> word.equals("P") ? portrait.toString() : word);
        return words.toArray(String[]::new);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
