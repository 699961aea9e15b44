package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** JPEG files for tests, with the blocks that cameras put into them, and what is in a JPEG by the JDK's own decoder. */
final class TestFiles {

    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final double[][] ADOBE_RGB_COLUMNS = {
        {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
    };

    private TestFiles() {}

    /** Each pixel as 0xRRGGBB by column and row; quality 100. */
    static byte[] jpeg(PixelSize size, IntBinaryOperator colour) {
        return JpegEncoder.encode(picture(size, colour), 100, 300).toByteArray();
    }

    static Picture picture(PixelSize size, IntBinaryOperator colour) {
        var bgr = ByteBuffer.allocate(size.width() * size.height() * Picture.BANDS);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int rgb = colour.applyAsInt(x, y);
                bgr.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
            }
        }
        return new Picture(size, bgr.array());
    }

    /** One component: lighter to the right. */
    static JpegBytes greyJpeg(PixelSize size) throws IOException {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                image.getRaster().setSample(x, y, 0, x * 255 / size.width());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return JpegBytes.of(out.toByteArray());
    }

    static BufferedImage decoded(JpegBytes jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray()));
    }

    /** CIPA DC-008 §4.6: IFD0 with the orientation and the Exif IFD; that with colour space and interoperability. */
    static byte[] withExif(byte[] jpeg, int orientation, boolean isAdobeRgb) {
        var tiff = ByteBuffer.allocate(100);
        tiff.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x0112, 3, orientation << 16);
        entry(tiff, 0x8769, 4, 38);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 0xA001, 3, (isAdobeRgb ? 0xFFFF : 1) << 16);
        entry(tiff, 0xA005, 4, 68);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        entry(tiff, 0x0001, 2, isAdobeRgb ? 'R' << 24 | '0' << 16 | '3' << 8 : 'R' << 24 | '9' << 16 | '8' << 8);
        tiff.putInt(0);
        return withSegment(jpeg, APP1, tiff.array());
    }

    /** ICC.1 §B.4: one chunk of one. */
    static byte[] withProfile(byte[] jpeg, byte[] profile) {
        var block = ByteBuffer.allocate(14 + profile.length);
        block.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1)).put(profile);
        return withSegment(jpeg, APP2, block.array());
    }

    /** A version 2 display profile with the Adobe RGB (1998) primaries, adapted to D50, and its gamma 563/256. */
    static byte[] adobeRgbProfile() {
        var tags = ByteBuffer.allocate(1024);
        var body = ByteBuffer.allocate(1024);
        int start = 128 + 4 + 12 * 9;
        tags.putInt(9);
        tag(tags, body, start, "desc", description());
        tag(tags, body, start, "cprt", "text\0\0\0\0none\0".getBytes(StandardCharsets.US_ASCII));
        tag(tags, body, start, "wtpt", xyz(0.9642, 1, 0.8249));
        for (int i = 0; i < 3; i++) {
            double[] column = ADOBE_RGB_COLUMNS[i];
            tag(tags, body, start, "rgb".charAt(i) + "XYZ", xyz(column[0], column[1], column[2]));
            byte[] curve = ByteBuffer.allocate(16)
                    .put("curv\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
                    .putInt(1)
                    .putShort((short) 563)
                    .array();
            tag(tags, body, start, "rgb".charAt(i) + "TRC", curve);
        }
        var profile = ByteBuffer.allocate(start + body.position());
        profile.putInt(profile.capacity()).putInt(0).putInt(0x02100000);
        profile.put("mntrRGB XYZ ".getBytes(StandardCharsets.US_ASCII));
        profile.position(36).put("acsp".getBytes(StandardCharsets.US_ASCII));
        profile.position(68).put(xyz(0.9642, 1, 0.8249), 8, 12);
        profile.position(128).put(tags.flip()).put(body.flip());
        return profile.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(marker);
        out.write((body.length + 2) >> 8);
        out.write(body.length + 2);
        out.write(body, 0, body.length);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static void tag(ByteBuffer tags, ByteBuffer body, int start, String name, byte[] content) {
        tags.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(start + body.position())
                .putInt(content.length);
        body.put(content).position((body.position() + 3) / 4 * 4);
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put("XYZ \0\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) Math.round(x * 65536))
                .putInt((int) Math.round(y * 65536))
                .putInt((int) Math.round(z * 65536))
                .array();
    }

    private static byte[] description() {
        return ByteBuffer.allocate(12 + 5 + 78)
                .put("desc\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(5)
                .put("wide\0".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
