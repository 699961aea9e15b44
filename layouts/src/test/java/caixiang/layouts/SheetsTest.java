package caixiang.layouts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.pdf.DrawnSheet;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.TestFrames;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.template.SheetTemplates;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SheetsTest {

    private static final Instant CREATED = Instant.parse("2026-06-20T08:15:30.123Z");
    private static final JpegBytes PORTRAIT = TestFrames.portrait(new PixelSize(413, 579), 300);

    private final Sheets sheets = new Sheets();

    @Test
    void theSameOrderGivesTheSameBytes() throws Exception {
        byte[] first = sheets.render(order("8x1in", "0042  样甲子")).toByteArray();
        byte[] again = sheets.render(order("8x1in", "0042  样甲子")).toByteArray();
        byte[] elsewhere = new Sheets().render(order("8x1in", "0042  样甲子")).toByteArray();
        assertArrayEquals(first, again);
        assertArrayEquals(first, elsewhere);
    }

    @Test
    void anotherCaptionIsAnotherDocument() throws Exception {
        byte[] one = sheets.render(order("8x1in", "0042  样甲子")).toByteArray();
        byte[] other = sheets.render(order("8x1in", "0043  样甲子")).toByteArray();
        assertFalse(Arrays.equals(identifier(one), identifier(other)), "the file identifiers differ");
    }

    /** The font library promises nothing about a parsed font in several threads; we do. */
    @Test
    void severalThreadsMayShareOne() throws Exception {
        byte[] expected = sheets.render(order("4x2in", "0042  样甲子  2026·示例学院")).toByteArray();
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> renderings = IntStream.range(0, 24)
                    .<Callable<byte[]>>mapToObj(i -> () -> {
                        sheets.render(order("8x1in", "第" + i + "张"));
                        return sheets.render(order("4x2in", "0042  样甲子  2026·示例学院"))
                                .toByteArray();
                    })
                    .toList();
            for (Future<byte[]> rendering : pool.invokeAll(renderings)) {
                assertArrayEquals(expected, rendering.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void charactersTheFontLacksAreReportedNotThrown() throws Exception {
        DrawnSheet sheet = sheets.render(order("4x2in", "0042  样\uE123甲\uD880\uDC00子 \uD83D\uDE42"));
        assertEquals(List.of("\uE123", "\uD880\uDC00", "\uD83D\uDE42"), sheet.missingGlyphs());
    }

    @Test
    void rareNamesAreInTheFont() throws Exception {
        DrawnSheet sheet = sheets.render(order("4x2in", "㛃䶮喆堃赟翀昇玥龑𬭚𠅤𠮷𬭎𡚸𫚉𪟝"));
        assertEquals(List.of(), sheet.missingGlyphs());
    }

    @Test
    void lineBreaksTabsAndVariationSelectorsDoNoHarm() throws Exception {
        DrawnSheet sheet = sheets.render(order("4x2in", "0042\n样甲\u0000子\t葛\uDB40\uDD00 \uD800"));
        assertEquals(List.of("\uD800"), sheet.missingGlyphs(), "half a character is the only one missing");
    }

    @ParameterizedTest(name = "{0}×{1} for {2}")
    @CsvSource({
        "480, 640, 8x1in, 'ratio 0.7500, but 1寸 (25×35 mm) has 0.7143'",
        "1157, 827, 4x2in, 'ratio 1.3990, but 2寸 (35×49 mm) has 0.7143'",
        "700, 1000, 4x2in, 'ratio 0.7000, but 2寸 (35×49 mm) has 0.7143'"
    })
    void aPictureThatWouldHaveToBeStretchedIsRefused(int width, int height, String template, String message)
            throws Exception {
        JpegBytes wrong = TestFrames.portrait(new PixelSize(width, height), 300);
        var order = new SheetOrder(SheetTemplates.shipped().get(template), wrong, "", "", CREATED);
        var refusal = assertThrows(PictureException.class, () -> sheets.render(order));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    /** 413×579, 827×1157 and 295×413 are the nearest whole pixels to 35×49 and 25×35 mm at 300 and 600 dpi. */
    @ParameterizedTest(name = "{0}×{1}")
    @CsvSource({"413, 579", "827, 1157", "295, 413", "591, 827", "5, 7"})
    void pictureSizesRoundedToPixelsAreTaken(int width, int height) throws Exception {
        JpegBytes portrait = TestFrames.portrait(new PixelSize(width, height), 300);
        SheetTemplate template = SheetTemplates.shipped().get("4x2in");
        assertTrue(sheets.render(new SheetOrder(template, portrait, "", "", CREATED))
                        .size()
                > 1000);
    }

    /** Not what a camera writes, but what a scanner may; the page must say what the one component means. */
    @Test
    void aGreyPictureStaysGrey() throws Exception {
        var grey = new BufferedImage(50, 70, BufferedImage.TYPE_BYTE_GRAY);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpeg", bytes);
        SheetTemplate template = SheetTemplates.shipped().get("4x2in");
        DrawnSheet sheet = sheets.render(new SheetOrder(template, JpegBytes.of(bytes.toByteArray()), "", "", CREATED));
        try (PDDocument document = Loader.loadPDF(sheet.toByteArray())) {
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                assertEquals(PDDeviceGray.INSTANCE, ((PDImageXObject) resources.getXObject(name)).getColorSpace());
            }
        }
    }

    @Test
    void whatIsNoJpegIsRefused() throws Exception {
        var order = new SheetOrder(SheetTemplates.shipped().get("4x2in"), JpegBytes.of(new byte[100]), "", "", CREATED);
        assertThrows(PictureException.class, () -> sheets.render(order));
    }

    private static SheetOrder order(String template, String caption) throws Exception {
        return new SheetOrder(SheetTemplates.shipped().get(template), PORTRAIT, caption, "sheet", CREATED);
    }

    private static byte[] identifier(byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("/ID");
        return text.substring(start, text.indexOf(']', start)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
