package caixiang.layouts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.pdf.PdfArchives;
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
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many people, from a folder and a list to a file that programs we did not write can read. */
@Timeout(120)
class BookCommandTest {

    private static final int PEOPLE = 30;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path pictures = Path.of("");
    private Path list = Path.of("");
    private Path pdf = Path.of("");

    /** Everybody's picture is another file of the same size; 0007 has none and 0009's breaks off. */
    @BeforeEach
    void prepare() throws Exception {
        pictures = Files.createDirectory(folder.resolve("pictures"));
        byte[] portrait = TestFrames.portrait(new PixelSize(70, 98), 50).toByteArray();
        var text = new StringBuilder("号码,姓名,班级,备注\n");
        for (int i = 1; i <= PEOPLE; i++) {
            String number = "%04d".formatted(i);
            text.append(number)
                    .append(",样*子,")
                    .append(i <= 27 ? "示例一班" : "示例二班")
                    .append(i == 3 ? ",头顶过高" : ",")
                    .append('\n');
            if (i != 7) {
                Files.write(
                        pictures.resolve(number + ".jpg"),
                        i == 9 ? Arrays.copyOf(portrait, portrait.length / 2) : portrait);
            }
        }
        list = Files.writeString(folder.resolve("list.csv"), text);
        pdf = folder.resolve("out.pdf");
    }

    @Test
    void pilesRepeatEachSheetBehindTheCoverOfItsClass() throws Exception {
        assertEquals(3, run("gang", "--people", list, "--set", "2寸x4", "-o", pdf));
        assertEquals(pdf + "  28 人 / people, 10 页 / pages\n", text(out));
        assertTrue(text(err).contains("无照片 / no picture (1): 0007"), text(err));
        assertTrue(text(err).contains("照片有误 / picture 0009: the picture breaks off"), text(err));
        List<String> pages = pages();
        assertTrue(pages.get(0).contains("示例一班") && pages.get(0).contains("无照片 / no picture: 0007 0009"), pages.get(0));
        assertEquals(pages.get(1), pages.get(4), "the first sheet, four times");
        assertTrue(pages.get(1).contains("0001–0027 1 / 1 ×4"), pages.get(1));
        assertTrue(pages.get(5).contains("示例二班") && !pages.get(5).contains("无照片"), pages.get(5));
        assertEquals(25, labels(pages.get(1)), "one picture of each");
        assertEquals(3, labels(pages.get(6)));
    }

    @Test
    void stackedEverySheetIsThereOnceAndEverybodyFourTimes() throws Exception {
        assertEquals(3, run("gang", "--people", list, "--set", "2寸x4", "--order", "stack", "-o", pdf));
        List<String> pages = pages();
        assertEquals(7, pages.size(), "two covers, 25 people × 4 on 4 sheets, 3 people × 4 on 1");
        String all = String.join(" ", pages.subList(1, 5)).replaceAll("\\d{4}–\\d{4}", "");
        for (int i = 1; i <= 27; i++) {
            String number = "%04d".formatted(i);
            int times = all.split(number, -1).length - 1;
            assertEquals(i == 7 || i == 9 ? 0 : 4, times, number);
        }
    }

    @Test
    void theFileIsPdfAAndTheSameOrderGivesTheSameBytes() throws Exception {
        assertEquals(3, run("gang", "--people", list, "-o", pdf));
        byte[] first = Files.readAllBytes(pdf);
        assertEquals(List.of(), PdfArchives.failures(first));
        assertEquals(3, run("gang", "--people", list, "-o", pdf));
        assertArrayEquals(first, Files.readAllBytes(pdf));
        String images = Program.read("pdfimages", "-list", pdf);
        List<String[]> columns =
                images.lines().skip(2).map(line -> line.strip().split(" +")).toList();
        long different = columns.stream().map(column -> column[10]).distinct().count();
        assertEquals(28, different, "a portrait is in the file once, for both sizes and all copies");
        assertTrue(columns.stream().allMatch(column -> column[8].equals("jpeg")), "none was encoded anew: " + images);
    }

    @Test
    void theProofShowsNumberMaskedNameAndVerdictAndAnEmptyFrameWhereThereIsNoPicture() throws Exception {
        assertEquals(3, run("proof", "--people", list, "-o", pdf));
        assertEquals(List.of(), PdfArchives.failures(Files.readAllBytes(pdf)));
        List<String> pages = pages();
        assertEquals(2, pages.size(), "one page for each class");
        assertTrue(pages.get(0).contains("示例一班 27 人 / people 1 / 1"), pages.get(0));
        assertTrue(pages.get(0).contains("头顶过高"), pages.get(0));
        assertEquals(2, pages.get(0).split("无照片 / no picture", -1).length - 1, pages.get(0));
        assertTrue(pages.get(1).contains("0030"), pages.get(1));
    }

    @Test
    void aFolderAloneIsEnoughAndOneClassCanBeChosen() throws Exception {
        Files.delete(pictures.resolve("0009.jpg"));
        assertEquals(0, run("gang", "--media", "sra3", "-o", pdf));
        assertTrue(pages().get(0).startsWith("pictures 0001–0030 28 人"), pages().get(0));
        assertEquals(0, run("gang", "--people", list, "--class", "示例二班", "--media", "roll:152x400", "-o", pdf));
        assertTrue(pages().get(0).startsWith("示例二班 0028–0030 3 人"), pages().get(0));
        assertTrue(Program.read("pdfinfo", pdf).contains("430.866 x 1133.86 pts"), Program.read("pdfinfo", pdf));
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            gang -o OUT --order heap            | 2 | --order 只能是 / can be piles or stack, not heap
            gang -o OUT --media a5              | 2 | --media 只能是 / can be a4, a3, sra3, 12x18in, roll
            gang -o OUT --set 3寸x4             | 2 | no photo size 3寸; there are 1寸
            gang -o OUT --set 2寸               | 2 | say 2寸x4, with 1 to 100 copies, not 2寸
            gang -o OUT --set 2寸x0             | 2 | say 2寸x4, with 1 to 100 copies, not 2寸x0
            gang -o OUT --set canada-passportx1 --media roll:60x60 | 2 | does not fit onto 60×60 mm
            gang -o OUT --copies 3              | 2 | unknown option: --copies
            gang -o out.txt                     | 2 | needs -o, ending in .pdf
            proof -o OUT --media a4             | 2 | unknown option: --media
            gang -o OUT --class 示例三班        | 1 | nobody of class 示例三班
            gang -o OUT --people NOWHERE        | 1 | the list cannot be read
            gang -o OUT --people TWICE          | 1 | line 3: 号码重复 / number twice: 1
            gang -o OUT --people QUOTED         | 1 | line 2: 不支持引号 / has quotes
            gang -o OUT --people GBK            | 1 | is not UTF-8; save it as UTF-8
            gang -o FOLDER/no/out.pdf           | 1 | cannot write
            """)
    void whatCannotBeDoneIsSaidAndLeavesNoFile(String words, int status, String message) throws Exception {
        Files.writeString(folder.resolve("twice.csv"), "number\n1\n1\n");
        Files.writeString(folder.resolve("quoted.csv"), "number,name\n1,\"a\"\n");
        Files.write(folder.resolve("gbk.csv"), new byte[] {(byte) 0xBA, (byte) 0xC5, '\n'});
        Object[] given = Arrays.stream(words.split(" +"))
                .map(word -> word.replace("OUT", pdf.toString())
                        .replace("FOLDER", folder.toString())
                        .replace("NOWHERE", folder.resolve("nowhere.csv").toString())
                        .replace("TWICE", folder.resolve("twice.csv").toString())
                        .replace("QUOTED", folder.resolve("quoted.csv").toString())
                        .replace("GBK", folder.resolve("gbk.csv").toString()))
                .toArray();
        assertEquals(status, run(given));
        assertTrue(text(err).contains(message), text(err));
        assertFalse(Files.exists(pdf));
        assertFalse(Files.exists(folder.resolve("out.pdf.part")));
    }

    private int run(Object... words) {
        var all = new ArrayList<String>();
        Arrays.stream(words).map(Object::toString).forEach(all::add);
        all.addAll(List.of("--pictures", pictures.toString()));
        out.reset();
        err.reset();
        var clock = Clock.fixed(Instant.parse("2026-06-20T08:15:30Z"), ZoneOffset.UTC);
        return new SheetCommand(stream(out), stream(err), clock).run(all);
    }

    /** What pdftotext reads on each page, in one line. */
    private List<String> pages() throws Exception {
        return Arrays.stream(Program.read("pdftotext", "-layout", pdf, "-").split("\f"))
                .map(page -> page.strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static int labels(String page) {
        return (int) Pattern.compile("(?<![–\\d])\\d{4}(?![–\\d])")
                .matcher(page)
                .results()
                .count();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
