package caixiang.layouts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.TestFrames;
import caixiang.layouts.sheet.CutMark;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PlacedPicture;
import caixiang.layouts.sheet.SheetPlan;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.template.SheetTemplates;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped sheets as Poppler and MuPDF see them: two engines that share nothing with PDFBox. */
@Timeout(120)
class PrintedSheetIT {

    private static final String CAPTION = "0042  样甲子  2026·示例学院";
    private static final JpegBytes PORTRAIT = TestFrames.portrait(new PixelSize(827, 1157), 600);
    private static final double TOLERANCE_MILLIMETRES = 0.1;
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final int DPI = 600;

    private static final Pattern IMAGE_TRANSFORM = Pattern.compile("<fill_image [^>]*transform=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"4x2in", "8x1in"})
    void thePageIsExactlyTheMediaAndIsNotToBeScaled(String template) throws Exception {
        Path pdf = pdf(template);
        String facts = Program.read("pdfinfo", "-box", pdf);
        assertTrue(facts.contains("Page size:       252 x 360 pts"), facts);
        assertTrue(
                Pattern.compile("TrimBox: +0.00 +0.00 +252.00 +360.00")
                        .matcher(facts)
                        .find(),
                facts);
        assertTrue(facts.contains("Pages:           1"), facts);
        String preferences = Program.read("mutool", "show", pdf, "trailer/Root/ViewerPreferences/PrintScaling");
        assertEquals("/None", preferences.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4x2in", "8x1in"})
    void thePortraitIsInTheFileOnceAndUntouched(String template) throws Exception {
        Path pdf = pdf(template);
        List<String[]> images = Program.read("pdfimages", "-list", pdf)
                .lines()
                .skip(2)
                .map(line -> line.strip().split(" +"))
                .toList();
        assertEquals(template(template).pictures().slots().size(), images.size());
        assertEquals(1, images.stream().map(columns -> columns[10]).distinct().count(), "one object");
        assertEquals("jpeg", images.get(0)[8], "not encoded anew");
        Program.read("pdfimages", "-j", pdf, folder.resolve("picture"));
        assertArrayEquals(PORTRAIT.toByteArray(), Files.readAllBytes(folder.resolve("picture-000.jpg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4x2in", "8x1in"})
    void mupdfFindsEachPictureAtItsPlannedPlaceUnmirrored(String template) throws Exception {
        List<PlacedPicture> planned = plan(template).pictures();
        List<double[]> found = IMAGE_TRANSFORM
                .matcher(Program.read("mutool", "trace", pdf(template)))
                .results()
                .map(PrintedSheetIT::numbers)
                .toList();
        assertEquals(planned.size(), found.size());
        for (int i = 0; i < planned.size(); i++) {
            double[] m = found.get(i);
            Rectangle area = planned.get(i).area();
            assertMillimetres(area.left(), m[4] + Math.min(0, Math.min(m[0], m[2])), "left of slot " + (i + 1));
            assertMillimetres(area.top(), m[5] + Math.min(0, Math.min(m[1], m[3])), "top of slot " + (i + 1));
            assertMillimetres(area.width(), Math.abs(m[0]) + Math.abs(m[2]), "width of slot " + (i + 1));
            assertMillimetres(area.height(), Math.abs(m[1]) + Math.abs(m[3]), "height of slot " + (i + 1));
            assertTrue(m[0] * m[3] - m[1] * m[2] > 0, "slot " + (i + 1) + " is not mirrored");
            boolean isUpright = planned.get(i).orientation() == Orientation.PORTRAIT;
            assertTrue(isUpright ? m[3] > 0 : m[1] < 0, "slot " + (i + 1) + " is turned anticlockwise if at all");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4x2in", "8x1in"})
    void theCaptionCanBeReadBack(String template) throws Exception {
        String text = Program.read("pdftotext", pdf(template), "-");
        assertEquals("0042 样甲子 2026·示例学院", text.strip().replaceAll(" +", " "));
        String fonts = Program.read("pdffonts", pdf(template));
        assertTrue(
                Pattern.compile("\\+NotoSansSC-Regular .*yes yes yes")
                        .matcher(fonts)
                        .find(),
                fonts);
    }

    /** Pixel by pixel: whatever stands in a slot is the portrait, the right way up; whatever is black is planned. */
    @ParameterizedTest
    @ValueSource(strings = {"4x2in", "8x1in"})
    void popplerPaintsThePortraitIntoEverySlotAndNothingElsewhere(String template) throws Exception {
        Program.read("pdftoppm", "-r", DPI, "-png", "-singlefile", pdf(template), folder.resolve("page"));
        BufferedImage page = ImageIO.read(folder.resolve("page.png").toFile());
        BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(PORTRAIT.toByteArray()));
        SheetPlan plan = plan(template);
        for (PlacedPicture picture : plan.pictures()) {
            double difference = difference(page, picture, portrait);
            assertTrue(difference < 3, "slot " + picture.slot() + " differs by " + difference + " levels");
        }
        for (CutMark mark : plan.cutMarks()) {
            Rectangle line = Rectangle.between(mark.from(), mark.to());
            int x = pixels(line.left()) + pixels(line.width()) / 2;
            int y = pixels(line.top()) + pixels(line.height()) / 2;
            assertTrue(level(page.getRGB(x, y)) < 128, "a cut mark at " + line);
        }
        List<Rectangle> allowed = Stream.of(
                        plan.pictures().stream().map(PlacedPicture::area),
                        plan.cutMarks().stream().map(CutMark::inked),
                        plan.captions().stream().map(caption -> caption.area()))
                .flatMap(areas -> areas)
                .map(area -> area.grownBy(new Length(100)))
                .toList();
        assertEquals(List.of(), inkOutside(page, allowed), "ink elsewhere");
    }

    private Path pdf(String template) throws Exception {
        var order =
                new SheetOrder(template(template), PORTRAIT, CAPTION, "sheet", Instant.parse("2026-06-20T08:15:30Z"));
        return Files.write(
                folder.resolve(template + ".pdf"), new Sheets().render(order).toByteArray());
    }

    private static SheetTemplate template(String name) throws Exception {
        return SheetTemplates.shipped().get(name);
    }

    private static SheetPlan plan(String template) throws Exception {
        return Imposition.plan(template(template), CAPTION);
    }

    private static double[] numbers(MatchResult match) {
        return Stream.of(match.group(1).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void assertMillimetres(Length planned, double points, String what) {
        assertEquals(planned.micrometres() / 1000.0, points / POINTS_PER_MILLIMETRE, TOLERANCE_MILLIMETRES, what);
    }

    /** The mean over a grid of points that keeps off the edges by a hundredth. */
    private static double difference(BufferedImage page, PlacedPicture picture, BufferedImage portrait) {
        double sum = 0;
        int points = 0;
        Rectangle area = picture.area();
        for (double u = 0.01; u < 0.99; u += 0.007) {
            for (double v = 0.01; v < 0.99; v += 0.007) {
                boolean isUpright = picture.orientation() == Orientation.PORTRAIT;
                double right = isUpright ? u : v;
                double down = isUpright ? v : 1 - u;
                int onPage = page.getRGB(
                        pixels(area.left()) + (int) (right * pixels(area.width())),
                        pixels(area.top()) + (int) (down * pixels(area.height())));
                int original = portrait.getRGB((int) (u * portrait.getWidth()), (int) (v * portrait.getHeight()));
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((onPage >> shift & 0xFF) - (original >> shift & 0xFF));
                    points++;
                }
            }
        }
        return sum / points;
    }

    private static List<String> inkOutside(BufferedImage page, List<Rectangle> allowed) {
        var ink = new ArrayList<String>();
        for (int y = 0; y < page.getHeight() && ink.size() < 5; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (level(page.getRGB(x, y)) < 250 && allowed.stream().noneMatch(holds(x, y))) {
                    ink.add(x + ", " + y);
                }
            }
        }
        return ink;
    }

    private static Predicate<Rectangle> holds(int x, int y) {
        return area -> x >= pixels(area.left())
                && x <= pixels(area.right())
                && y >= pixels(area.top())
                && y <= pixels(area.bottom());
    }

    private static int pixels(Length length) {
        return length.pixels(DPI);
    }

    private static int level(int rgb) {
        return rgb >> 8 & 0xFF;
    }
}
