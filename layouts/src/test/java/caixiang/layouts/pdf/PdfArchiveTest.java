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
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Every sheet is PDF/A-2b (ISO 19005-2) as veraPDF, the reference validator, understands it. */
@Timeout(120)
class PdfArchiveTest {

    private static final JpegBytes PORTRAIT = TestFrames.portrait(new PixelSize(413, 579), 300);
    private static final SheetText TEXT = SheetText.of("示例一班").with(CaptionField.NUMBER, "0042");

    /** The library logs through java.util.logging; a strong reference, or the level is forgotten. */
    private static final Logger LOG = Logger.getLogger("org.verapdf");

    @BeforeAll
    static void start() {
        LOG.setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<String> templates() {
        return SheetTemplates.shipped().all().stream().map(template -> template.name());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyShippedSheetIsPdfA(String template) throws Exception {
        assertEquals(List.of(), failures(draw(template, TEXT, "样 & <sheet>")));
    }

    @Test
    void soIsOneWithRareMissingAndNoCharactersAtAll() throws Exception {
        SheetText odd = SheetText.of("𠮷𬭎𡚸 \uE123 a").with(CaptionField.NUMBER, "A-7");
        assertEquals(List.of(), failures(draw("set-5x7", odd, "\u0000\uD800 空")));
        assertEquals(List.of(), failures(draw("4x2in", SheetText.of(""), "")));
    }

    /** Otherwise the tests above could pass because nothing is looked at. */
    @Test
    void theValidatorSeesAMissingOutputIntent() throws Exception {
        byte[] pdf = draw("4x2in", TEXT, "sheet");
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        byte[] broken = text.replace("/OutputIntents[", "/OutputIntentx[").getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(
                failures(broken).stream().anyMatch(rule -> rule.contains("6.2.4.3")),
                failures(broken).toString());
    }

    private static byte[] draw(String template, SheetText text, String title) throws Exception {
        var plan = Imposition.plan(SheetTemplates.shipped().get(template), text);
        var facts = new DocumentFacts(title, Instant.parse("2026-06-20T08:15:30Z"));
        return new SheetDrawing().draw(plan, PORTRAIT, facts).toByteArray();
    }

    /** Clauses that are not kept. */
    static List<String> failures(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.getTotalAssertions() > 100, "something was looked at");
            return result.getFailedChecks().keySet().stream()
                    .map(rule -> rule.getClause() + "-" + rule.getTestNumber())
                    .sorted()
                    .toList();
        }
    }
}
