package caixiang.layouts.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReducedPicturesTest {
    @ParameterizedTest
    @CsvSource({"6000, 4000, 4", "3456, 2304, 2", "9504, 6336, 4", "4000, 6000, 4", "900, 600, 1", "12000, 8000, 8"})
    void aFrameIsDividedAsFarAsTheLongerEdgeAllows(int width, int height, int divisor) throws Exception {
        ScaledDecoder flat = (frame, by) ->
                TestFiles.picture(new PixelSize((width + by - 1) / by, (height + by - 1) / by), (x, y) -> 0x808080);
        byte[] header = withSize(TestFiles.jpeg(new PixelSize(16, 16), (x, y) -> 0x808080), width, height);
        ReducedPicture reduced = ReducedPictures.reduce(JpegBytes.of(header), 1400, flat);
        assertEquals(divisor, reduced.divisor());
        assertEquals(new PixelSize(width, height), reduced.frame());
    }

    /** The tool leaves out high frequencies where the other takes means; edges must lie at the same place. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void bothDecodersGiveTheSamePicture(int divisor) throws Exception {
        Assumptions.assumeTrue(Djpeg.INSTALLED.isPresent() || System.getenv("CI") != null, "djpeg is not installed");
        Frame frame = Frame.of("test", TestFrames.portrait(new PixelSize(1003, 1405), 300));
        Picture tool = Djpeg.INSTALLED.orElseThrow().decode(frame, divisor);
        Picture plain = ScaledDecoder.IMAGEIO.decode(frame, divisor);
        assertEquals(plain.size(), tool.size());
        assertTrue(meanDifference(plain, tool) < 0.6, "levels: " + meanDifference(plain, tool));
        for (int row : new int[] {plain.size().height() / 3, plain.size().height() / 2}) {
            assertEquals(centreOfDark(plain, row), centreOfDark(tool, row), 0.05, "row " + row);
        }
    }

    @Test
    void greyFramesComeAsGrey() throws Exception {
        Assumptions.assumeTrue(Djpeg.INSTALLED.isPresent() || System.getenv("CI") != null, "djpeg is not installed");
        Frame frame = Frame.of("grey", TestFiles.greyJpeg(new PixelSize(64, 40)));
        Picture tool = Djpeg.INSTALLED.orElseThrow().decode(frame, 4);
        assertEquals(new PixelSize(16, 10), tool.size());
        assertEquals(0, meanDifference(ScaledDecoder.IMAGEIO.decode(frame, 4), tool), 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationIsTurnedUpright(int orientation) throws Exception {
        byte[] stored = TestFiles.jpeg(new PixelSize(64, 48), (x, y) -> x < 32 && y < 24 ? 0xFFFFFF : 0x101010);
        ReducedPicture reduced =
                ReducedPictures.reduce(JpegBytes.of(TestFiles.withExif(stored, orientation, false)), 16);
        boolean isTurned = orientation > 4;
        assertEquals(isTurned ? new PixelSize(48, 64) : new PixelSize(64, 48), reduced.frame());
        PixelSize size = reduced.picture().size();
        boolean isRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean isBelow = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int x = isRight ? size.width() - 2 : 1;
        int y = isBelow ? size.height() - 2 : 1;
        assertTrue((reduced.picture().bgr()[(y * size.width() + x) * 3] & 0xFF) > 200, "the bright corner");
    }

    @Test
    void adobeRgbBecomesSrgb() throws Exception {
        byte[] stored = TestFiles.jpeg(new PixelSize(64, 48), (x, y) -> 0x40C080);
        byte[] tagged = TestFiles.withExif(stored, 1, true);
        Picture plain = ReducedPictures.reduce(JpegBytes.of(stored), 16).picture();
        Picture adobe = ReducedPictures.reduce(JpegBytes.of(tagged), 16).picture();
        assertTrue((plain.bgr()[2] & 0xFF) > 55 && (adobe.bgr()[2] & 0xFF) == 0, "red leaves the smaller space");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFrameWithItsMiddleMissingIsRefused(boolean byTool) {
        ScaledDecoder decoder = byTool
                ? Djpeg.INSTALLED.<ScaledDecoder>map(tool -> tool).orElse(ScaledDecoder.IMAGEIO)
                : ScaledDecoder.IMAGEIO;
        byte[] whole = TestFiles.jpeg(new PixelSize(640, 480), (x, y) -> (x * 7919 ^ y * 104729) & 0xFFFFFF);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        PictureException refusal =
                assertThrows(PictureException.class, () -> ReducedPictures.reduce(JpegBytes.of(cut), 16, decoder));
        assertTrue(String.valueOf(refusal.getMessage()).contains("cannot be decoded"));
    }

    @Test
    void aHugeFrameIsRefusedBeforeAnythingIsAllocated() {
        byte[] huge = withSize(TestFiles.jpeg(new PixelSize(16, 16), (x, y) -> 0), 30_000, 30_000);
        ScaledDecoder never = (frame, by) -> {
            throw new AssertionError("decoded");
        };
        PictureException refusal =
                assertThrows(PictureException.class, () -> ReducedPictures.reduce(JpegBytes.of(huge), 1400, never));
        assertTrue(String.valueOf(refusal.getMessage()).contains("30000×30000"));
    }

    /** ISO/IEC 10918-1 B.2.2: marker, length, precision, height, width. */
    private static byte[] withSize(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        int at = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
        changed[at + 5] = (byte) (height >> 8);
        changed[at + 6] = (byte) height;
        changed[at + 7] = (byte) (width >> 8);
        changed[at + 8] = (byte) width;
        return changed;
    }

    private static double meanDifference(Picture one, Picture other) {
        long sum = 0;
        for (int i = 0; i < one.bgr().length; i++) {
            sum += Math.abs((one.bgr()[i] & 0xFF) - (other.bgr()[i] & 0xFF));
        }
        return (double) sum / one.bgr().length;
    }

    private static double centreOfDark(Picture picture, int row) {
        double weights = 0;
        double sum = 0;
        int width = picture.size().width();
        for (int x = width / 20; x < width - width / 20; x++) {
            int darkness = 255 - (picture.bgr()[(row * width + x) * 3] & 0xFF);
            weights += darkness;
            sum += (double) darkness * x;
        }
        return sum / weights;
    }
}
