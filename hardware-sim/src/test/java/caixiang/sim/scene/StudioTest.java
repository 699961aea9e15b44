package caixiang.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StudioTest {
    private static final ExposureData DATA = new ExposureData(
            LocalDateTime.of(2026, 6, 1, 9, 8, 7),
            new ExposureData.Body("Nikon Corporation", "D750", "6000001"),
            new ExposureData.Settings(800, 80, 100));

    @Test
    void theFrameShowsWhoSatWhenTheShutterFiredNotWhoSatDownAfterwards() throws IOException {
        try (Studio studio = new Studio()) {
            studio.seat(new Sitter("first", "", 1));
            LatentImage latent = studio.expose(DATA);
            studio.seat(new Sitter("second", "", 2));
            LatentImage later = studio.expose(DATA);
            assertShows("first", 1, latent.develop());
            assertShows("second", 2, later.develop());
        }
    }

    @Test
    void framesInQuickSuccessionEachHaveTheirOwnNonce() throws IOException {
        try (Studio studio = new Studio()) {
            studio.seat(new Sitter("20260001", "", 1));
            List<LatentImage> latents = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                latents.add(studio.expose(DATA));
            }
            for (int i = 0; i < 3; i++) {
                assertShows("20260001", i + 1, latents.get(i).develop());
            }
        }
    }

    @Test
    void beforeAnybodySitsThereIsAnEmptyStool() throws IOException {
        try (Studio studio = new Studio()) {
            Frame frame = studio.expose(DATA).develop();
            assertShows("empty", 1, frame);
            BufferedImage picture = decode(frame.jpeg());
            assertNear(Portraitist.BACKGROUND, picture, 3000, 1500);
        }
    }

    @Test
    void aFrameIsAsLargeAsACamerasAndItsPortraitIsAsAnIdStudioTakesIt() throws IOException {
        try (Studio studio = new Studio()) {
            Sitter sitter = new Sitter("20260003", "", 3);
            studio.seat(sitter);
            Jpeg jpeg = studio.expose(DATA).develop().jpeg();
            assertEquals(6000, jpeg.widthPixels());
            assertEquals(4000, jpeg.heightPixels());
            int megabytes = jpeg.bytes().length / 1_000_000;
            assertTrue(megabytes >= 6 && megabytes <= 11, megabytes + " MB");
            BufferedImage picture = decode(jpeg);
            PortraitGeometry truth = PortraitGeometry.of(sitter);
            assertNear(Portraitist.BACKGROUND, picture, truth.centre(), truth.headTop() - 30);
            assertNear(Portraitist.BACKGROUND, picture, PortraitGeometry.PORTRAIT_LEFT + 50, 100);
            assertTrue(brightness(picture, truth.centre(), truth.headTop() + 60) < 90, "hair begins at the head's top");
            int pupil = (int) (truth.centre() + 0.43 * truth.faceHalfWidth());
            assertTrue(brightness(picture, pupil, truth.eyeLine()) < 60, "the pupils lie on the eye line");
        }
    }

    private static void assertShows(String key, long nonce, Frame frame) throws IOException {
        Optional<SceneCode> truth = Optional.of(new SceneCode(key, nonce));
        assertEquals(truth, SceneCode.read(frame.jpeg().bytes()));
        assertEquals(truth, SceneCode.readExif(frame.jpeg().bytes()));
        assertEquals(nonce, frame.nonce());
        assertEquals(key, frame.sitterKey());
    }

    /** Each channel within what noise and compression do to a mean of 20 by 20 pixels. */
    private static void assertNear(Color expected, BufferedImage picture, int x, int y) {
        Color mean = mean(picture, x, y);
        assertEquals(expected.getRed(), mean.getRed(), 3);
        assertEquals(expected.getGreen(), mean.getGreen(), 3);
        assertEquals(expected.getBlue(), mean.getBlue(), 3);
    }

    private static int brightness(BufferedImage picture, int x, int y) {
        Color mean = mean(picture, x, y);
        return (mean.getRed() + mean.getGreen() + mean.getBlue()) / 3;
    }

    private static Color mean(BufferedImage picture, int x, int y) {
        int side = 20;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int rgb : picture.getRGB(x - side / 2, y - side / 2, side, side, new int[side * side], 0, side)) {
            Color colour = new Color(rgb);
            red += colour.getRed();
            green += colour.getGreen();
            blue += colour.getBlue();
        }
        int pixels = side * side;
        return new Color((int) (red / pixels), (int) (green / pixels), (int) (blue / pixels));
    }

    private static BufferedImage decode(Jpeg jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
    }
}
