package caixiang.layouts.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenPicturesTest {

    @TempDir
    private Path folder;

    /** Taking every eighth pixel of a fine pattern would give black, white or stripes; looked at from afar it is grey. */
    @Test
    void aFinePatternBecomesItsMean() throws Exception {
        Path frame = frame(TestFiles.jpeg(new PixelSize(1600, 1000), (x, y) -> (x + y) % 2 == 0 ? 0 : 0xFFFFFF));
        ScreenPicture screen = ScreenPictures.reduce(frame, 200);
        assertEquals(new PixelSize(200, 125), screen.size());
        BufferedImage image = TestFiles.decoded(screen.jpeg());
        for (int x = 0; x < 200; x += 9) {
            assertEquals(127.5, image.getRGB(x, 60) & 0xFF, 3, "column " + x);
        }
    }

    @Test
    void aFrameHeldUprightIsShownUpright() throws Exception {
        byte[] lying = TestFiles.jpeg(new PixelSize(600, 400), (x, y) -> x < 300 ? 0xE02020 : 0x2020E0);
        ScreenPicture screen = ScreenPictures.reduce(frame(TestFiles.withExif(lying, 6, false)), 300);
        assertEquals(new PixelSize(200, 300), screen.size());
        assertEquals(new PixelSize(400, 600), screen.frame());
        BufferedImage image = TestFiles.decoded(screen.jpeg());
        assertTrue((image.getRGB(100, 20) >> 16 & 0xFF) > 200, "what was stored left is on top");
        assertTrue((image.getRGB(100, 280) & 0xFF) > 200, "what was stored right is below");
    }

    @Test
    void aSmallFrameIsNotMadeLarger() throws Exception {
        Path frame = frame(TestFiles.jpeg(new PixelSize(60, 40), (x, y) -> 0x808080));
        assertEquals(new PixelSize(60, 40), ScreenPictures.reduce(frame, 1000).size());
    }

    private Path frame(byte[] jpeg) throws Exception {
        return Files.write(folder.resolve("frame.jpg"), jpeg);
    }
}
