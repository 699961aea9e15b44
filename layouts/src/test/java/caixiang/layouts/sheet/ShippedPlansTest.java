package caixiang.layouts.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.template.SheetTemplates;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two sheets everybody gets, as tables of millimetres. */
class ShippedPlansTest {

    @Test
    void fourTwoInchPicturesStandUprightOnThePage() throws Exception {
        SheetPlan plan = plan("4x2in");
        assertEquals("88.9×127 mm", plan.page().toString());
        assertEquals("""
                1 PORTRAIT 7.95–42.95 × 9.5–58.5 mm
                2 PORTRAIT 45.95–80.95 × 9.5–58.5 mm
                3 PORTRAIT 7.95–42.95 × 61.5–110.5 mm
                4 PORTRAIT 45.95–80.95 × 61.5–110.5 mm
                """, pictures(plan));
        assertEquals("7.95–80.95 × 117–122 mm", plan.captions().get(0).area().toString());
    }

    /** Slot 1 is the template's top left: turned anticlockwise it lies at the bottom left of the page. */
    @Test
    void eightOneInchPicturesLieTurnedAnticlockwiseOnThePortraitPage() throws Exception {
        SheetPlan plan = plan("8x1in");
        assertEquals("88.9×127 mm", plan.page().toString());
        assertEquals("""
                1 LANDSCAPE 6.5–41.5 × 93–118 mm
                2 LANDSCAPE 6.5–41.5 × 65–90 mm
                3 LANDSCAPE 6.5–41.5 × 37–62 mm
                4 LANDSCAPE 6.5–41.5 × 9–34 mm
                5 LANDSCAPE 43.5–78.5 × 93–118 mm
                6 LANDSCAPE 43.5–78.5 × 65–90 mm
                7 LANDSCAPE 43.5–78.5 × 37–62 mm
                8 LANDSCAPE 43.5–78.5 × 9–34 mm
                """, pictures(plan));
        assertEquals("81.9–85.4 × 9–118 mm", plan.captions().get(0).area().toString());
        assertEquals(Orientation.LANDSCAPE, plan.captions().get(0).orientation());
    }

    @Test
    void eachTrimEdgeHasACutMarkAtEitherEnd() throws Exception {
        SheetPlan plan = plan("4x2in");
        List<String> marks = plan.cutMarks().stream()
                .map(mark -> Rectangle.between(mark.from(), mark.to()).toString())
                .toList();
        assertEquals(16, marks.size(), "4 edges across and 4 down, 2 ends each");
        for (String edge : List.of("7.95–7.95", "42.95–42.95", "45.95–45.95", "80.95–80.95")) {
            assertTrue(marks.contains(edge + " × 5.5–8.5 mm"), edge + " at the top");
            assertTrue(marks.contains(edge + " × 111.5–114.5 mm"), edge + " at the bottom");
        }
        for (String edge : List.of("9.5–9.5", "58.5–58.5", "61.5–61.5", "110.5–110.5")) {
            assertTrue(marks.contains("3.95–6.95 × " + edge + " mm"), edge + " at the left");
            assertTrue(marks.contains("81.95–84.95 × " + edge + " mm"), edge + " at the right");
        }
    }

    @Test
    void aBlankCaptionIsLeftOut() throws Exception {
        SheetTemplate template = SheetTemplates.shipped().get("4x2in");
        assertEquals(List.of(), Imposition.plan(template, "  ").captions());
    }

    private static SheetPlan plan(String template) throws Exception {
        return Imposition.plan(SheetTemplates.shipped().get(template), "0042  样甲子");
    }

    private static String pictures(SheetPlan plan) {
        return plan.pictures().stream()
                .map(p -> p.slot() + " " + p.orientation() + " " + p.area() + "\n")
                .collect(Collectors.joining());
    }
}
