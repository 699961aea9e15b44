package caixiang.layouts.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.geometry.Size;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A portrait is crop and scale of its frame: the same place, the same way up, the same colour. */
class PortraitsTest {

    private static final PixelSize FRAME = new PixelSize(1200, 900);

    /** Edges of a dark box in the frame; all numbers below follow from them. */
    private static final int BOX_LEFT = 500;

    private static final int BOX_TOP = 300;
    private static final int BOX_RIGHT = 661;
    private static final int BOX_BOTTOM = 533;

    @TempDir
    private Path folder;

    /** To a tenth of an output pixel: at 600 dpi that is 4 µm on paper. */
    @ParameterizedTest(name = "{0}×{1} pixels")
    @CsvSource({"250, 350", "183, 256", "827, 1157", "500, 700"})
    void everythingLiesWhereTheCropPutsIt(int width, int height) throws Exception {
        var format = new PortraitFormat(new PixelSize(width, height), 300, 100);
        Portrait portrait = Portraits.cut(frame(box()), new CropRectangle(0.3, 0.1, 0.4, 0.75), format);
        PixelRectangle crop = portrait.crop();
        BufferedImage image = TestFiles.decoded(portrait.jpeg());
        double across = (double) width / crop.width();
        double down = (double) height / crop.height();
        int middleRow = (int) (((BOX_TOP + BOX_BOTTOM) / 2.0 - crop.top()) * down);
        int middleColumn = (int) (((BOX_LEFT + BOX_RIGHT) / 2.0 - crop.left()) * across);
        double[] columns = edges(width, x -> image.getRGB(x, middleRow) >> 8 & 0xFF);
        double[] rows = edges(height, y -> image.getRGB(middleColumn, y) >> 8 & 0xFF);
        assertEquals((BOX_LEFT - crop.left()) * across, columns[0], 0.1, "left");
        assertEquals((BOX_RIGHT - crop.left()) * across, columns[1], 0.1, "right");
        assertEquals((BOX_TOP - crop.top()) * down, rows[0], 0.1, "top");
        assertEquals((BOX_BOTTOM - crop.top()) * down, rows[1], 0.1, "bottom");
        assertEquals(across, down, across * 0.003, "never distorted");
    }

    @Test
    void theCropIsTheLargestOfTheWantedShapeAboutTheSameCentre() throws Exception {
        var format = PortraitFormat.printed(Size.ofMillimetres("35", "49"), 600, 95);
        Portrait portrait = Portraits.cut(frame(box()), CropRectangle.WHOLE, format);
        assertEquals(new PixelRectangle(279, 0, 643, 900), portrait.crop());
        assertEquals(FRAME, portrait.frame());
        BufferedImage image = TestFiles.decoded(portrait.jpeg());
        assertEquals(new PixelSize(827, 1157), new PixelSize(image.getWidth(), image.getHeight()));
    }

    /**
     * CIPA DC-008 defines each value by where the first stored row and column are seen; the frame is stored here in just
     * those words.
     */
    @ParameterizedTest(name = "orientation {0}: row 0 at the {1}, column 0 at the {2}")
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void allEightOrientationsComeOutUprightAndUnmirrored(int orientation, String row, String column) throws Exception {
        boolean isSwapped = row.equals("left") || row.equals("right");
        PixelSize stored = isSwapped ? FRAME.turned() : FRAME;
        byte[] jpeg = TestFiles.jpeg(stored, (c, r) -> {
            int x = seen(isSwapped ? r : c, FRAME.width(), isSwapped ? row : column);
            int y = seen(isSwapped ? c : r, FRAME.height(), isSwapped ? column : row);
            return quadrants(x, y);
        });
        Portrait portrait = Portraits.cut(
                frame(TestFiles.withExif(jpeg, orientation, false)),
                new CropRectangle(0.25, 0.25, 0.5, 0.5),
                new PortraitFormat(new PixelSize(120, 90), 300, 100));
        assertEquals(FRAME, portrait.frame());
        assertEquals(new PixelRectangle(300, 225, 600, 450), portrait.crop());
        BufferedImage image = TestFiles.decoded(portrait.jpeg());
        assertColour(0xE02020, image.getRGB(10, 10));
        assertColour(0x20E020, image.getRGB(110, 10));
        assertColour(0x2020E0, image.getRGB(10, 80));
        assertColour(0xE0E020, image.getRGB(110, 80));
        assertEquals(120, image.getWidth());
    }

    @ParameterizedTest(name = "orientation {0}")
    @ValueSource(ints = {0, 9, 65535})
    void anUnknownOrientationLeavesTheRowsAsTheyAre(int orientation) throws Exception {
        byte[] jpeg = TestFiles.withExif(TestFiles.jpeg(FRAME, PortraitsTest::quadrants), orientation, false);
        Portrait portrait =
                Portraits.cut(frame(jpeg), CropRectangle.WHOLE, new PortraitFormat(new PixelSize(120, 90), 300, 100));
        assertColour(0xE02020, TestFiles.decoded(portrait.jpeg()).getRGB(10, 10));
    }

    /** Two independent ways, our matrix and the profile through the JDK's colour engine, meet at the same sRGB. */
    @ParameterizedTest(name = "{0} is {1} in sRGB")
    @CsvSource({
        "3CC828, 00C900",
        "808080, 807F80",
        "C8A08C, D7A28C",
        "64C5FF, 00C6FF",
        "B04030, CB3E2B",
        "903020, A82C19",
        "FFFFFF, FFFFFF"
    })
    void adobeRgbBecomesSrgb(String adobeRgb, String srgb) throws Exception {
        byte[] jpeg = TestFiles.jpeg(new PixelSize(64, 64), (x, y) -> Integer.parseInt(adobeRgb, 16));
        var format = new PortraitFormat(new PixelSize(16, 16), 300, 100);
        Portrait byExif = Portraits.cut(frame(TestFiles.withExif(jpeg, 1, true)), CropRectangle.WHOLE, format);
        Portrait byProfile = Portraits.cut(
                frame(TestFiles.withProfile(jpeg, TestFiles.adobeRgbProfile())), CropRectangle.WHOLE, format);
        assertColour(
                Integer.parseInt(srgb, 16), TestFiles.decoded(byExif.jpeg()).getRGB(8, 8));
        assertColour(
                Integer.parseInt(srgb, 16), TestFiles.decoded(byProfile.jpeg()).getRGB(8, 8));
    }

    @Test
    void whatIsNotTaggedIsNotTouched() throws Exception {
        byte[] jpeg = TestFiles.jpeg(new PixelSize(64, 64), (x, y) -> 0x3CC828);
        Portrait portrait =
                Portraits.cut(frame(jpeg), CropRectangle.WHOLE, new PortraitFormat(new PixelSize(16, 16), 300, 100));
        assertColour(0x3CC828, TestFiles.decoded(portrait.jpeg()).getRGB(8, 8));
    }

    @Test
    void theSameFrameGivesTheSamePortrait() throws Exception {
        Path frame = frame(box());
        var format = new PortraitFormat(new PixelSize(250, 350), 300, 95);
        assertEquals(
                Portraits.cut(frame, CropRectangle.WHOLE, format).jpeg(),
                Portraits.cut(frame, CropRectangle.WHOLE, format).jpeg());
    }

    private Path frame(byte[] jpeg) throws Exception {
        return Files.write(folder.resolve("frame.jpg"), jpeg);
    }

    private static byte[] box() {
        return TestFiles.jpeg(FRAME, (x, y) -> {
            boolean isBox = x >= BOX_LEFT && x < BOX_RIGHT && y >= BOX_TOP && y < BOX_BOTTOM;
            return isBox ? 0x202020 : 0xE0E0E0;
        });
    }

    private static int quadrants(int x, int y) {
        boolean isLeft = x < FRAME.width() / 2;
        return y < FRAME.height() / 2 ? (isLeft ? 0xE02020 : 0x20E020) : (isLeft ? 0x2020E0 : 0xE0E020);
    }

    /** Line {@code n} of so many, counted from the side where line 0 is seen, as a place from the left or the top. */
    private static int seen(int n, int lines, String sideOfLine0) {
        return sideOfLine0.equals("left") || sideOfLine0.equals("top") ? n : lines - 1 - n;
    }

    /** Where the level falls and where it rises through the middle, between pixel edges 0 and {@code length}. */
    private static double[] edges(int length, IntUnaryOperator level) {
        var edges = new double[2];
        int found = 0;
        for (int i = 1; i < length && found < 2; i++) {
            int before = level.applyAsInt(i - 1) - 0x80;
            int after = level.applyAsInt(i) - 0x80;
            if (found == 0 ? before > 0 && after <= 0 : before <= 0 && after > 0) {
                edges[found++] = i - 0.5 + (double) before / (before - after);
            }
        }
        assertEquals(2, found, "both edges are seen");
        return edges;
    }

    private static void assertColour(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (expected >> shift & 0xFF) - (actual >> shift & 0xFF);
            assertTrue(Math.abs(difference) <= 2, () -> "%06X, not %06X".formatted(actual & 0xFFFFFF, expected));
        }
    }
}
