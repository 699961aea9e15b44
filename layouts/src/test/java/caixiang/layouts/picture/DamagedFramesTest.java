package caixiang.layouts.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a cable or a card makes of a frame, it ends in a picture or in one clear sentence. */
class DamagedFramesTest {

    private static final PortraitFormat FORMAT = new PortraitFormat(new PixelSize(25, 35), 300, 90);
    private static final byte[] GOOD =
            TestFiles.withExif(TestFiles.jpeg(new PixelSize(160, 120), (x, y) -> x * 0x010203 + y * 0x030101), 6, true);

    private static final byte[] TAGGED = TestFiles.withProfile(
            TestFiles.jpeg(new PixelSize(160, 120), (x, y) -> x * 0x010203), TestFiles.adobeRgbProfile());

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @Test
    void aTransferThatBrokeOffIsSeenWhereverItBrokeOff() {
        for (int length = 4; length < GOOD.length; length += 7) {
            byte[] part = Arrays.copyOf(GOOD, length);
            var refusal = assertThrows(PictureException.class, () -> cut(part), "after " + length + " bytes");
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("the picture "), refusal.getMessage());
        }
    }

    @Test
    void aBrokenTransferIsSaidToBeOne() {
        byte[] part = Arrays.copyOf(GOOD, GOOD.length - 500);
        var refusal = assertThrows(PictureException.class, () -> cut(part));
        assertEquals(
                "the picture breaks off after " + part.length + " bytes: the JPEG end marker is missing",
                refusal.getMessage());
    }

    /** A disk that lost a block leaves zeros; libjpeg only warns of that and paints on. */
    @Test
    void aHoleInTheCodedDataIsRefused() {
        byte[] holed = GOOD.clone();
        Arrays.fill(holed, holed.length / 2, holed.length / 2 + 400, (byte) 0);
        holed[holed.length / 2] = (byte) 0xFF;
        holed[holed.length / 2 + 1] = (byte) 0xD3;
        var refusal = assertThrows(PictureException.class, () -> cut(holed));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Corrupt JPEG data"), refusal.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flippedBytesEndInAPictureOrAPictureException(long seed) {
        var random = new Random(seed);
        int headerBytes = 700;
        byte[] damaged = (seed % 2 == 0 ? GOOD : TAGGED).clone();
        int flips = 1 + random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            damaged[random.nextInt(headerBytes)] = (byte) random.nextInt(256);
        }
        try {
            assertTrue(cut(damaged).jpeg().size() > 0);
        } catch (PictureException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("the picture "), e.getMessage());
        }
    }

    /** Colours nobody knows must not be guessed: a portrait in wrong colours looks right on its own. */
    @Test
    void aProfileWithoutItsCurvesIsRefused() {
        byte[] profile = new String(TestFiles.adobeRgbProfile(), StandardCharsets.ISO_8859_1)
                .replace("gTRC", "none")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = TestFiles.jpeg(new PixelSize(160, 120), (x, y) -> x * 0x010203);
        assertRefused(
                "the picture cannot be decoded: its colour profile is damaged", TestFiles.withProfile(plain, profile));
    }

    @Test
    void otherFilesAreNamedForWhatTheyAreNot() throws Exception {
        assertRefused("is no JPEG file", new byte[0]);
        assertRefused("is no JPEG file", "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("has 4 colour components; save it as an RGB JPEG", withByte(sof() + 9, 4));
        assertRefused("of a kind no camera writes", withByte(sof() + 1, 0xC3));
        assertRefused("of a kind no camera writes", withByte(sof() + 4, 12));
    }

    /** Both are checked before anything of that size is allocated. */
    @Test
    void sizesBeyondTheLimitsAreRefused() throws Exception {
        byte[] huge = GOOD.clone();
        Arrays.fill(huge, sof() + 5, sof() + 9, (byte) 0x7F);
        assertRefused("has 32639×32639 pixels; allowed are 1 to 100000000", huge);
        Path file = folder.resolve("large.jpg");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((128L << 20) + 1);
        }
        var refusal = assertThrows(PictureException.class, () -> Portraits.cut(file, CropRectangle.WHOLE, FORMAT));
        assertEquals(file + " is above 128 MB, so it is no frame", refusal.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nothing.jpg");
        var refusal = assertThrows(PictureException.class, () -> ScreenPictures.reduce(file, 100));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(file + " cannot be read"), refusal.getMessage());
    }

    /** Some bodies append a second, smaller picture after the end marker (CIPA DC-007). */
    @Test
    void bytesAfterTheEndMarkerDoNotMatter() throws Exception {
        byte[] longer = Arrays.copyOf(GOOD, GOOD.length + 1000);
        assertEquals(cut(GOOD).jpeg(), cut(longer).jpeg());
        Files.write(folder.resolve("long.jpg"), longer);
        assertEquals(
                new PixelSize(120, 160),
                ScreenPictures.reduce(folder.resolve("long.jpg"), 1000).size());
    }

    private void assertRefused(String message, byte[] file) {
        var refusal = assertThrows(PictureException.class, () -> cut(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    private static Portrait cut(byte[] file) throws PictureException {
        return Portraits.cut(JpegBytes.of(file), CropRectangle.WHOLE, FORMAT);
    }

    private static byte[] withByte(int at, int value) {
        byte[] changed = GOOD.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** Where the baseline frame header (FF C0) starts. */
    private static int sof() {
        for (int i = 0; i < GOOD.length - 1; i++) {
            if (GOOD[i] == (byte) 0xFF && GOOD[i + 1] == (byte) 0xC0) {
                return i;
            }
        }
        throw new AssertionError("the encoder writes baseline JPEG");
    }
}
