package caixiang.sim.scene;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Who is on a frame, readable by a machine: a QR code (ISO/IEC 18004) in the left margin, outside the central 5:7
 * portrait, and the same text in the EXIF description. The station never looks at it; whoever checks the station does.
 *
 * @param nonce the running number of the exposure
 */
public record SceneCode(String sitterKey, long nonce) {
    private static final String PREFIX = "CXSIM|";

    /** The white patch with the code, in pixels of a full frame; its edge is the code's quiet zone. */
    private static final Rectangle PATCH = new Rectangle(200, 200, 1100, 1100);

    /** Of a full frame the reader looks at every third pixel: a module is more than 25 wide. */
    private static final int SUBSAMPLING = 3;

    /** The text in the code. */
    public String text() {
        return PREFIX + sitterKey + "|" + nonce;
    }

    /** Reads the text of a code; nothing when it is no code of ours. */
    public static Optional<SceneCode> parse(String text) {
        int bar = text.lastIndexOf('|');
        if (!text.startsWith(PREFIX) || bar < PREFIX.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SceneCode(text.substring(PREFIX.length(), bar), Long.parseLong(text.substring(bar + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read(byte[])}. */
    public static Optional<SceneCode> read(Path jpeg) throws IOException {
        return read(Files.readAllBytes(jpeg));
    }

    /**
     * Reads the code off the pixels of a whole frame; nothing when there is none.
     *
     * @throws IOException when the bytes are no picture
     */
    public static Optional<SceneCode> read(byte[] jpeg) throws IOException {
        Optional<BufferedImage> patch = decodePatch(jpeg);
        if (patch.isEmpty()) {
            return Optional.empty();
        }
        int width = patch.get().getWidth();
        int height = patch.get().getHeight();
        int[] pixels = patch.get().getRGB(0, 0, width, height, new int[width * height], 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
        // Some codes hold what looks like another corner mark; read as a bare grid of modules they are plain.
        return decode(bitmap, DecodeHintType.TRY_HARDER).or(() -> decode(bitmap, DecodeHintType.PURE_BARCODE));
    }

    private static Optional<SceneCode> decode(BinaryBitmap bitmap, DecodeHintType how) {
        try {
            return parse(new QRCodeReader().decode(bitmap, Map.of(how, true)).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** Reads the code from the EXIF description; nothing when there is none. */
    public static Optional<SceneCode> readExif(byte[] jpeg) {
        return ExifSegment.description(jpeg).flatMap(SceneCode::parse);
    }

    /** Draws the code over its patch. */
    void draw(BufferedImage frame) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter().encode(text(), BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalStateException("sitter keys are short enough for any QR code", e);
        }
        Rectangle patch = patch(frame.getWidth());
        int size = patch.width / modules.getWidth();
        int left = patch.x + (patch.width - size * modules.getWidth()) / 2;
        int top = patch.y + (patch.height - size * modules.getHeight()) / 2;
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(patch);
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    graphics.fillRect(left + x * size, top + y * size, size, size);
                }
            }
        }
        graphics.dispose();
    }

    /** The patch of a frame that is so wide. */
    private static Rectangle patch(int widthPixels) {
        double scale = Resolution.scale(widthPixels);
        return new Rectangle((int) (PATCH.x * scale), (int) (PATCH.y * scale), (int) (PATCH.width * scale), (int)
                (PATCH.height * scale));
    }

    private static Optional<BufferedImage> decodePatch(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            Rectangle patch = patch(reader.getWidth(0));
            if (patch.isEmpty() || reader.getHeight(0) < patch.getMaxY()) {
                return Optional.empty();
            }
            int subsampling = Math.max(1, (int) (SUBSAMPLING * Resolution.scale(reader.getWidth(0))));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(patch);
            param.setSourceSubsampling(subsampling, subsampling, 0, 0);
            return Optional.of(reader.read(0, param));
        } finally {
            reader.dispose();
        }
    }
}
