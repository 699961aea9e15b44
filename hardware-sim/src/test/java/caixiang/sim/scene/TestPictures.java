package caixiang.sim.scene;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small JPEG files for tests that are not about what is on them. */
public final class TestPictures {
    private TestPictures() {}

    /** A real JPEG that does not compress well. */
    public static Jpeg noise(int width, int height, long seed) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return Jpeg.of(bytes.toByteArray());
    }

    /** A scene of a different small frame for each exposure; keys are the seeds, which are the nonces. */
    public static Scene scene(int width, int height) {
        return new Scene() {
            private long nonce;

            @Override
            public synchronized LatentImage expose(ExposureData data) {
                long exposed = ++nonce;
                return () -> new Frame(exposed, Long.toString(exposed), noise(width, height, exposed));
            }
        };
    }
}
