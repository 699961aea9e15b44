package caixiang.layouts.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.sheet.CaptionField;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.SheetPlan;
import caixiang.layouts.sheet.SheetText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template file can say beyond one plain grid. */
class TemplateFormatTest {

    private static final String RICH = """
            {
              "$schema": "sheet-template.schema.json",
              "name": "rich",
              "media": { "name": "na_5x7_5x7in", "width_mm": 127, "height_mm": 177.8 },
              "orientation": "portrait",
              "photo_size": "2寸",
              "bleed_mm": 1,
              "safe_area_mm": 4,
              "grids": [
                { "columns": 2, "rows": 1, "left_mm": 10, "top_mm": 12, "column_gap_mm": 0, "row_gap_mm": 0 }
              ],
              "slots": [
                { "photo_size": "1寸", "left_mm": 10, "top_mm": 80, "turned": true },
                { "photo_size": "1寸", "left_mm": 60, "top_mm": 80 }
              ],
              "cut_marks": { "offset_mm": 1.5, "length_mm": 3, "line_width_mm": 0.1, "sides": ["top", "left"] },
              "caption": { "left_mm": 10, "top_mm": 130, "width_mm": 60, "height_mm": 5, "font_size_mm": 3,
                           "fields": ["number", "class"] },
              "scale_bar": { "left_mm": 10, "top_mm": 140 },
              "code": { "left_mm": 30, "top_mm": 140, "width_mm": 25, "height_mm": 6 }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void slotsOfSeveralSizesAndTurnsAreNumberedInTheOrderOfTheFile() throws Exception {
        SheetPlan plan = plan(SheetText.of(""));
        assertEquals(
                "[PORTRAIT 10–45 × 12–61 mm, PORTRAIT 45–80 × 12–61 mm, LANDSCAPE 10–45 × 80–105 mm,"
                        + " PORTRAIT 60–85 × 80–115 mm]",
                plan.pictures().stream()
                        .map(picture -> picture.orientation() + " " + picture.area())
                        .toList()
                        .toString());
        assertTrue(plan.pictures().stream()
                .allMatch(picture -> picture.bleed().toString().equals("1 mm")));
    }

    /** At 45 mm two pictures touch: one cut, one mark. Beneath the upper ones there is room for the lower ones' marks. */
    @Test
    void sharedCutsHaveOneMarkAndOnlyTheWantedSidesAreMarked() throws Exception {
        assertEquals(
                "[10 mm 7.5 mm, 45 mm 7.5 mm, 5.5 mm 12 mm, 5.5 mm 61 mm, 80 mm 7.5 mm, 10 mm 75.5 mm, 45 mm 75.5 mm,"
                        + " 5.5 mm 80 mm, 5.5 mm 105 mm, 60 mm 75.5 mm, 85 mm 75.5 mm, 55.5 mm 80 mm, 55.5 mm 115 mm]",
                plan(SheetText.of("")).cutMarks().stream()
                        .map(mark -> mark.from().x() + " " + mark.from().y())
                        .toList()
                        .toString());
    }

    @Test
    void theCaptionSaysTheFieldsItIsAskedForAndAReadyLineElsewhere() throws Exception {
        var known = new SheetText(
                Map.of(CaptionField.NAME, "样甲子", CaptionField.CLASS, "示例一班", CaptionField.NUMBER, "0042"));
        assertEquals("0042  示例一班", caption(known));
        assertEquals("0042  样*子", caption(SheetText.of("0042  样*子")));
        assertEquals("0042  样甲子  示例一班", known.toString());
    }

    @Test
    void theScaleBarIsTenMillimetresBetweenItsOuterEdges() throws Exception {
        var bars = plan(SheetText.of("")).bars();
        assertEquals("[10–20 × 140–140.2 mm, 10–10.2 × 140–141 mm, 19.8–20 × 140–141 mm]", bars.toString());
    }

    @Test
    void aNumberTooLongForItsCodeIsLeftOutAndAShortOneIsNot() throws Exception {
        assertEquals(3, plan(number("0042".repeat(20))).bars().size());
        assertTrue(plan(number("0042")).bars().size() > 3 + 12);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "offset_mm": 1.5         | "offset_mm": 0.5        | lies in the bleed of slot 1 (9–46 × 11–62 mm, bleed_mm 1 mm); offset_mm must not be below bleed_mm
            "bleed_mm": 1            | "bleed_mm": -1          | bleed_mm must not be below 0 mm, not -1 mm
            "bleed_mm": 1            | "bleed_mm": 7           | grids[0]: slot 1 with its bleed of 7 mm lies at 3–52 × 5–68 mm and does not fit into 4–123 × 4–173.8 mm
            "safe_area_mm": 4        | "safe_area_mm": 11      | grids[0]: slot 1 lies at 10–45 × 12–61 mm and does not fit into 11–116
            "left_mm": 60, "top_mm": 80 | "left_mm": 44, "top_mm": 80 | slots[0]: slots 3 and 4 overlap (10–45 × 80–105 mm and 44–69 × 80–115 mm)
            "photo_size": "1寸", "left_mm": 60 | "photo_size": "小1寸", "left_mm": 60 | slots[1]: slot 4 holds 小1寸 (22×32 mm), but one portrait fills all slots, and in the shape of slot 1 (2寸, 35×49 mm) it would be 22.857 mm wide
            "turned": true           | "turned": 1             | slots[0].turned must be true or false, not 1
            "sides": ["top", "left"] | "sides": ["up"]         | cut_marks.sides must be a list of some of top, bottom, left, right, each once, not ["up"]
            "fields": ["number", "class"] | "fields": []       | caption.fields must be a list of some of number, name
            "fields": ["number", "class"] | "fields": ["name", "name"] | caption.fields must be a list of some of number, name
            "scale_bar": { "left_mm": 10 | "scale_bar": { "left_mm": 28 | code: the code at 30–55 × 140–146 mm lies on scale_bar: the bar at 28–38 × 140–142.8 mm
            "top_mm": 140 } | "top_mm": 59 } | scale_bar: the bar at 10–20 × 59–61.8 mm lies in the picture of slot 1
            "top_mm": 130            | "top_mm": 61.5          | caption: the line at 10–70 × 61.5–66.5 mm lies in the bleed of slot 1
            "photo_size": "2寸",     |                         | photo_size is missing
            "grids": [               | "grids": 3, "x": [      | grids must be a list […] of at most 20
            """)
    void whatCannotBeCutIsRefusedWithFieldSlotAndMillimetres(String good, String bad, String message) throws Exception {
        assertTrue(RICH.contains(good), "the table speaks of the template");
        Files.writeString(folder.resolve("rich.json"), RICH.replace(good, bad == null ? "" : bad));
        var refusal = assertThrows(TemplateException.class, () -> SheetTemplates.from(folder));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    @Test
    void aLabsFolderStandsBesideTheShippedSheets() throws Exception {
        Files.writeString(folder.resolve("rich.json"), RICH);
        SheetTemplates templates = SheetTemplates.from(folder);
        assertEquals("4x2in", templates.get("4x2in").name());
        Files.writeString(folder.resolve("rich.json"), RICH.replace("\"rich\"", "\"4x2in\""));
        var refusal = assertThrows(TemplateException.class, () -> SheetTemplates.from(folder));
        assertTrue(String.valueOf(refusal.getMessage()).contains("or by the program"), refusal.getMessage());
    }

    private String caption(SheetText text) throws Exception {
        return plan(text).captions().stream()
                .map(PlacedCaption::text)
                .findFirst()
                .orElseThrow();
    }

    private SheetPlan plan(SheetText text) throws Exception {
        Files.writeString(folder.resolve("rich.json"), RICH);
        return Imposition.plan(SheetTemplates.from(folder).get("rich"), text);
    }

    private static SheetText number(String number) {
        return new SheetText(Map.of(CaptionField.NUMBER, number));
    }
}
