package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectInfo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A small grey JPEG: the thumbnail of each RAW file, and whatever else a photographer's card holds. */
public final class Thumbnail {
    static final int EDGE_PIXELS = 64;

    private static final byte[] BYTES = draw();

    static final ObjectInfo.Picture PICTURE = new ObjectInfo.Picture(EDGE_PIXELS, EDGE_PIXELS, BYTES.length);

    private Thumbnail() {}

    public static byte[] bytes() {
        return BYTES.clone();
    }

    private static byte[] draw() {
        BufferedImage grey = new BufferedImage(EDGE_PIXELS, EDGE_PIXELS, BufferedImage.TYPE_BYTE_GRAY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(grey, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
