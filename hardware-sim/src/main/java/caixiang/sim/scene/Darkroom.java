package caixiang.sim.scene;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes JPEG files of sitters. Keeps the last sitter drawn, so that the next frame of the same one only needs a new
 * code. Confined to one thread; holds one picture, of 72 MB at full resolution.
 */
final class Darkroom {
    private static final float QUALITY = 0.96f;
    private static final int TYPICAL_BYTES = 12 << 20;

    private final Resolution resolution;
    private Optional<Sitter> drawn = Optional.empty();
    private Optional<BufferedImage> picture = Optional.empty();

    Darkroom(Resolution resolution) {
        this.resolution = resolution;
    }

    /** Draws and encodes one frame, without EXIF. */
    Jpeg print(Sitter sitter, long nonce) throws IOException {
        BufferedImage frame = picture.orElseGet(() ->
                new BufferedImage(resolution.widthPixels(), resolution.heightPixels(), BufferedImage.TYPE_3BYTE_BGR));
        picture = Optional.of(frame);
        if (!drawn.equals(Optional.of(sitter))) {
            drawn = Optional.empty();
            Portraitist.draw(sitter, frame);
            Grain.add(((DataBufferByte) frame.getRaster().getDataBuffer()).getData(), sitter.seed());
            drawn = Optional.of(sitter);
        }
        new SceneCode(sitter.key(), nonce).draw(frame);
        return Jpeg.of(encode(frame));
    }

    private static byte[] encode(BufferedImage frame) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(frame, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
