package caixiang.layouts.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.TestFrames;
import caixiang.layouts.sheet.CaptionField;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.SheetText;
import caixiang.layouts.template.SheetTemplates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sheet is PDF/A-2b (ISO 19005-2) as veraPDF, the reference validator, understands it. */
@Timeout(120)
class PdfArchiveTest {

    private static final JpegBytes PORTRAIT = TestFrames.portrait(new PixelSize(413, 579), 300);
    private static final SheetText TEXT = SheetText.of("示例一班").with(CaptionField.NUMBER, "0042");

    static Stream<String> templates() {
        return SheetTemplates.shipped().all().stream().map(template -> template.name());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyShippedSheetIsPdfA(String template) throws Exception {
        assertEquals(List.of(), PdfArchives.failures(draw(template, TEXT, "样 & <sheet>")));
    }

    @Test
    void soIsOneWithRareMissingAndNoCharactersAtAll() throws Exception {
        SheetText odd = SheetText.of("𠮷𬭎𡚸 \uE123 a").with(CaptionField.NUMBER, "A-7");
        assertEquals(List.of(), PdfArchives.failures(draw("set-5x7", odd, "\u0000\uD800 空")));
        assertEquals(List.of(), PdfArchives.failures(draw("4x2in", SheetText.of(""), "")));
    }

    /** Otherwise the tests above could pass because nothing is looked at. */
    @Test
    void theValidatorSeesAMissingOutputIntent() throws Exception {
        byte[] pdf = draw("4x2in", TEXT, "sheet");
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        byte[] broken = text.replace("/OutputIntents[", "/OutputIntentx[").getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(
                PdfArchives.failures(broken).stream().anyMatch(rule -> rule.contains("6.2.4.3")),
                PdfArchives.failures(broken).toString());
    }

    private static byte[] draw(String template, SheetText text, String title) throws Exception {
        var plan = Imposition.plan(SheetTemplates.shipped().get(template), text);
        var facts = new DocumentFacts(title, Instant.parse("2026-06-20T08:15:30Z"));
        return new SheetDrawing().draw(plan, PORTRAIT, facts).toByteArray();
    }
}
