package caixiang.layouts.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.sheet.Slot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTemplatesTest {

    private static final String GOOD = """
            {
              "name": "own",
              "media": { "name": "na_index-4x6_4x6in", "width_mm": 101.6, "height_mm": 152.4 },
              "orientation": "portrait",
              "photo_size": "2寸",
              "grid": { "columns": 2, "rows": 2, "left_mm": 14.3, "top_mm": 20, "column_gap_mm": 3, "row_gap_mm": 3 },
              "cut_marks": { "offset_mm": 1, "length_mm": 3, "line_width_mm": 0.1 },
              "caption": { "left_mm": 14.3, "top_mm": 130, "width_mm": 73, "height_mm": 5, "font_size_mm": 3.2 }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theShippedSheetsAreThoseOfTheGraduationSet() {
        String all = SheetTemplates.shipped().all().stream()
                .map(template -> template.name() + " on " + template.media().size() + ": " + pictures(template) + "\n")
                .collect(Collectors.joining());
        assertEquals("""
                4x2in on 88.9×127 mm: 4 × 2寸 35×49 mm
                4x2in-4x6 on 101.6×152.4 mm: 4 × 2寸 35×49 mm
                4x2in-a6 on 105×148 mm: 4 × 2寸 35×49 mm
                8x1in on 88.9×127 mm: 8 × 1寸 25×35 mm
                8x1in-4x6 on 101.6×152.4 mm: 8 × 1寸 25×35 mm
                8x1in-a6 on 105×148 mm: 8 × 1寸 25×35 mm
                set-4x6 on 101.6×152.4 mm: 4 × 2寸 35×49 mm, 8 × 1寸 25×35 mm
                set-5x7 on 127×177.8 mm: 4 × 2寸 35×49 mm, 8 × 1寸 25×35 mm
                set-a4 on 210×297 mm: 4 × 2寸 35×49 mm, 8 × 1寸 25×35 mm
                """, all);
    }

    private static String pictures(SheetTemplate template) {
        return template.pictures().slots().stream()
                .collect(Collectors.groupingBy(
                        Slot::photo,
                        () -> new TreeMap<>(
                                Comparator.comparing(PhotoSize::name).reversed()),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(photo -> photo.getValue() + " × " + photo.getKey().name() + " "
                        + photo.getKey().size())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({"1寸, 25, 35", "小1寸, 22, 32", "大1寸, 33, 48", "2寸, 35, 49", "小2寸, 35, 45", "大2寸, 35, 53"})
    void photoSizesAreKnownByTheirTradeNames(String name, String width, String height) {
        assertEquals(
                Size.ofMillimetres(width, height),
                PhotoSizes.shipped().find(name).orElseThrow().size());
    }

    @Test
    void aLabAddsASheetAndAPhotoSizeWithoutJava() throws Exception {
        write("photo-sizes.json", """
                { "photo_sizes": [ { "name": "校卡", "width_mm": 20.5, "height_mm": 30 } ] }""");
        write("own.json", GOOD.replace("2寸", "校卡"));
        SheetTemplate template = SheetTemplates.from(folder).get("own");
        assertEquals(Size.ofMillimetres("20.5", "30"), template.photo().size());
        assertEquals(Orientation.PORTRAIT, template.page().orientation());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "photo_size": "2寸"      | "photo_size": "3寸"      | photo_size is unknown: 3寸; known are 1寸, 小1寸
            "orientation": "portrait" | "orientation": "across"   | orientation must be portrait or landscape, not across
            "columns": 2              | "columns": 0              | grid.columns must be a whole number from 1 to 20, not 0
            "columns": 2              | "columns": 2.5            | grid.columns must be a whole number
            "columns": 2              | "colums": 2               | grid.columns is missing
            "rows": 2                 | "rows": 2, "row": 2       | grid.row is unknown; the fields here are column_gap_mm
            "rows": 2                 | "rows": 2, "rows": 2      | is no JSON: Duplicate field 'rows'
            "columns": 2              | "columns": 3              | grid: slot 3 lies at 90.3–125.3 × 20–69 mm and does not fit into 3–98.6 ×
            "left_mm": 14.3, "top_mm": 20  | "left_mm": 2.9, "top_mm": 20 | grid: slot 1 lies at 2.9–37.9
            "column_gap_mm": 3        | "column_gap_mm": -2       | grid: slots 1 and 2 overlap
            "column_gap_mm": 3        | "column_gap_mm": "3"      | grid.column_gap_mm must be a number of millimetres, not "3"
            "column_gap_mm": 3        | "column_gap_mm": 1e9      | grid.column_gap_mm must be a number of millimetres
            "column_gap_mm": 3        | "column_gap_mm": 5000     | grid.column_gap_mm is beyond 2000 mm: 5000 mm
            "column_gap_mm": 3        | "column_gap_mm": 0.0001   | finer than a thousandth of a millimetre
            "offset_mm": 1            | "offset_mm": -1           | cut_marks: the mark at 14.25–14.35 × 17.95–21.05 mm lies in the picture of slot 1
            "length_mm": 3            | "length_mm": 19           | cut_marks: the mark lies at
            "line_width_mm": 0.1      | "line_width_mm": 0        | cut_marks.line_width_mm must be above 0 mm, not 0 mm
            "top_mm": 130             | "top_mm": 120             | caption: the line at 14.3–87.3 × 120–125 mm lies in the picture of slot 3
            "top_mm": 130             | "top_mm": 122.5           | runs over the cut mark at
            "top_mm": 130             | "top_mm": 145             | caption: the line lies at 14.3–87.3 × 145–150 mm and does not fit
            "font_size_mm": 3.2       | "font_size_mm": 5.5       | caption: font_size_mm 5.5 mm is above height_mm 5 mm
            "width_mm": 101.6         | "width_mm": 160           | media.width_mm 160 mm is above height_mm 152.4 mm
            "width_mm": 101.6         | "width_mm": 5.9           | media.width_mm must be at least 20 mm, not 5.9 mm
            "na_index-4x6_4x6in"      | "4x6"                     | media.name must be a PWG media size name
            "name": "own"             | "name": "a/b"             | name may have 40 letters
            "name": "own"             | "name": null              | name is missing
            "grid": {                 | "grid": [], "x": {        | grid must be an object
            """)
    void whatCannotBePrintedIsRefusedWithFileFieldAndMillimetres(String good, String bad, String message)
            throws Exception {
        assertTrue(GOOD.contains(good), "the table speaks of the template");
        Path file = write("own.json", GOOD.replace(good, bad));
        var refusal = assertThrows(TemplateException.class, () -> SheetTemplates.from(folder));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(file + ": "), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        Files.write(folder.resolve("own.json"), GOOD.getBytes(StandardCharsets.UTF_16));
        assertRefused("is not UTF-8 text");
        Files.write(folder.resolve("own.json"), new byte[70_000]);
        assertRefused("is above 65536 bytes");
        write("own.json", GOOD + "more");
        assertRefused("is no JSON");
        write("own.json", "");
        assertRefused("is no JSON");
        write("own.json", "[]");
        assertRefused("the file must be an object");
    }

    @Test
    void oneNameCannotMeanTwoThings() throws Exception {
        write("a.json", GOOD);
        write("b.json", GOOD);
        assertRefused("b.json: name own is used by another file");
        Files.delete(folder.resolve("b.json"));
        write("photo-sizes.json", """
                { "photo_sizes": [ { "name": "2寸", "width_mm": 35, "height_mm": 53 } ] }""");
        assertRefused("2寸 is already 35×49 mm; choose another name");
    }

    @Test
    void anEmptyOrMissingFolderIsRefused() {
        assertRefused("needs 1 to 200 templates");
        folder = folder.resolve("nowhere");
        assertRefused("cannot be read as a folder");
    }

    @Test
    void anUnknownTemplateIsAnsweredWithTheKnownOnes() {
        var refusal = assertThrows(
                TemplateException.class, () -> SheetTemplates.shipped().get("9x1in"));
        assertEquals(
                "no template 9x1in; there are 4x2in, 4x2in-4x6, 4x2in-a6, 8x1in, 8x1in-4x6, 8x1in-a6, set-4x6, set-5x7,"
                        + " set-a4",
                refusal.getMessage());
    }

    private void assertRefused(String message) {
        var refusal = assertThrows(TemplateException.class, () -> SheetTemplates.from(folder));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
