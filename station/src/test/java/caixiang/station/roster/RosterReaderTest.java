package caixiang.station.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RosterReaderTest {
    private static final String HEADER = "学号,姓名,身份证号,学院,班级\n";

    @Test
    void aRosterIsReadWholeWithQuotedFieldsAndAnyOrderOfColumns() {
        String id = SampleIds.number(1);
        RosterTable table = read("备注,班级,FY,姓名,XH,sfzh\n,\"一班 \"\"夜\"\"\",\"示例学院,一部\",样甲子, 20260001 ,"
                + id.toLowerCase(java.util.Locale.ROOT) + "\n");

        assertEquals(List.of(), table.refused());
        Person person = table.rows().get(0).person();
        assertEquals(new Person("20260001", "样甲子", IdNumber.parse(id), "示例学院,一部", "一班 \"夜\""), person);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            no student number   | ,样甲子,,,                      | 2 | 学号     | MISSING_VALUE
            no name             | 1,,,,                           | 2 | 姓名     | MISSING_VALUE
            wrong check digit   | 1,样甲子,110105194912310021,,   | 2 | 身份证号 | BAD_ID_NUMBER
            spoilt by a sheet   | 1,样甲子,1.10105E+17,,          | 2 | 身份证号 | BAD_ID_NUMBER
            a field too long    | 123456789012345678901234567890123,样甲子,,, | 2 | 学号 | TOO_LONG
            shifted columns     | 1,样甲子,,,一班,二班            | 2 | -        | UNREADABLE
            replacement mark    | 1,样�子,,,                      | 2 | 姓名     | UNREADABLE
            """)
    void aRowThatCannotBeTakenIsNamed(String why, String row, long line, String column, RefusedRow.Code code) {
        RosterTable table = read(HEADER + row + "\n2,样乙丑,,,\n");

        assertEquals(List.of(new RefusedRow(line, Optional.ofNullable(column), code)), table.refused(), why);
    }

    @Test
    void theSecondOfTwoEqualNumbersIsRefused() {
        String id = SampleIds.number(7);
        RosterTable table = read(HEADER + "1,样甲子," + id + ",,\n１,样乙丑,,,\n3,样丙寅," + id + ",,\n");

        assertEquals(
                List.of(
                        new RefusedRow(3, Optional.of("学号"), RefusedRow.Code.DUPLICATE),
                        new RefusedRow(4, Optional.of("身份证号"), RefusedRow.Code.DUPLICATE)),
                table.refused());
    }

    @Test
    void aMissingColumnIsSaidOnceAndNotPerRow() {
        RosterTable table = read("学号,班级\n1,一班\n2,一班\n");

        assertEquals(List.of(new RefusedRow(1, Optional.of("姓名"), RefusedRow.Code.MISSING_COLUMN)), table.refused());
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        RosterTable table = read("学号,姓名,XM\n1,样甲子,样乙丑\n");

        assertEquals(List.of(new RefusedRow(1, Optional.of("姓名"), RefusedRow.Code.DUPLICATE)), table.refused());
    }

    @Test
    void linesAreCountedAsAnEditorShowsThem() {
        RosterTable table = read(HEADER + "1,\"样\n甲\",,,\n\n2,,,,\n");

        assertTrue(table.refused().contains(new RefusedRow(5, Optional.of("姓名"), RefusedRow.Code.MISSING_VALUE)));
    }

    @ParameterizedTest(name = "{0} rows")
    @CsvSource({"1", "3", "10", "500"})
    void gbkWithoutAMarkIsRecognised(int rows) {
        for (int seed = 0; seed < 20; seed++) {
            String text = generated(rows, new Random(seed));
            RosterTable table = RosterReader.read(text.getBytes(Charset.forName("GBK")));

            assertEquals("GB18030", table.encoding(), "seed " + seed);
            assertEquals(rows, table.rows().size(), "seed " + seed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("marked")
    void aByteOrderMarkDecides(Charset charset, byte[] mark) {
        byte[] text = generated(3, new Random(1)).getBytes(charset);
        byte[] whole = Arrays.copyOf(mark, mark.length + text.length);
        System.arraycopy(text, 0, whole, mark.length, text.length);

        RosterTable table = RosterReader.read(whole);

        assertEquals(charset.name(), table.encoding());
        assertEquals(List.of(), table.refused());
        assertEquals(3, table.rows().size());
    }

    static List<org.junit.jupiter.params.provider.Arguments> marked() {
        return List.of(
                org.junit.jupiter.params.provider.Arguments.of(
                        StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
                org.junit.jupiter.params.provider.Arguments.of(
                        StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}));
    }

    @Test
    void rareCharactersOfGb18030AreKept() {
        RosterTable table = RosterReader.read((HEADER + "1,样㛃𠮷,,,\n").getBytes(Charset.forName("GB18030")));

        assertEquals("样㛃𠮷", table.rows().get(0).person().name());
    }

    @Test
    void aSpreadsheetsOwnFormatIsUnreadableAndNoGarbage() {
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        xlsx.writeBytes(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        xlsx.writeBytes(new byte[200]);

        RosterTable table = RosterReader.read(xlsx.toByteArray());

        assertEquals(List.of(new RefusedRow(1, Optional.empty(), RefusedRow.Code.UNREADABLE)), table.refused());
    }

    @Test
    void anEndlessQuoteEndsInARefusal() {
        RosterTable table = read(HEADER + "1,\"" + "样".repeat(200_000));

        assertEquals(RefusedRow.Code.UNREADABLE, table.refused().get(0).code());
        assertEquals(List.of(), table.rows());
    }

    @Test
    void moreThanTwentyMegabytesOrFiftyThousandRowsAreRefused() {
        StringBuilder rows = new StringBuilder(HEADER);
        IntStream.rangeClosed(1, RosterReader.ROWS_MAX + 1)
                .forEach(n -> rows.append(n).append(",样,,,\n"));

        assertEquals(
                List.of(new RefusedRow(RosterReader.ROWS_MAX + 2, Optional.empty(), RefusedRow.Code.TOO_LONG)),
                read(rows.toString()).refused());
        assertEquals(
                List.of(new RefusedRow(1, Optional.empty(), RefusedRow.Code.TOO_LONG)),
                RosterReader.read(new byte[RosterReader.BYTES_MAX + 1]).refused());
    }

    @Test
    void semicolonsAndTabsSeparateToo() {
        assertEquals(1, read("学号;姓名;学院\n1;样甲子;示例学院\n").rows().size());
        assertEquals(1, read("学号\t姓名\n1\t样甲子\n").rows().size());
    }

    private static RosterTable read(String text) {
        return RosterReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Names as they occur: two or three of the common characters. */
    private static String generated(int rows, Random random) {
        String characters = "样甲子乙丑丙寅丁卯戊辰己巳庚午辛未壬申癸酉王李张刘陈杨赵黄周吴";
        StringBuilder text = new StringBuilder("学号,姓名,学院\n");
        for (int i = 1; i <= rows; i++) {
            text.append(i).append(',');
            for (int c = 0; c < 2 + random.nextInt(2); c++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            text.append(",示例学院\n");
        }
        return text.toString();
    }
}
