package caixiang.sim.scene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The EXIF segment a camera writes: CIPA DC-008, an APP1 segment right behind the start of the JPEG. */
final class ExifSegment {
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("SSS");
    private static final byte[] SIGNATURE = {'E', 'x', 'i', 'f', 0, 0};
    private static final int APP1 = 0xFFE1;
    private static final int SOI_BYTES = 2;
    private static final int IMAGE_DESCRIPTION = 270;

    private ExifSegment() {}

    /** The same picture with an EXIF segment. */
    static Jpeg insert(Jpeg plain, ExposureData data, String description) throws IOException {
        byte[] tiff = tiff(plain, data, description);
        byte[] picture = plain.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length + tiff.length + 16);
        out.write(picture, 0, SOI_BYTES);
        ByteBuffer head = ByteBuffer.allocate(4).putShort((short) APP1);
        out.writeBytes(
                head.putShort((short) (2 + SIGNATURE.length + tiff.length)).array());
        out.writeBytes(SIGNATURE);
        out.writeBytes(tiff);
        out.write(picture, SOI_BYTES, picture.length - SOI_BYTES);
        return Jpeg.of(out.toByteArray());
    }

    private static byte[] tiff(Jpeg plain, ExposureData data, String description) {
        ExposureData.Settings settings = data.settings();
        String time = EXIF_TIME.format(data.at());
        String make = data.body().make().toUpperCase(Locale.ROOT);
        TiffDirectory exif = new TiffDirectory()
                .rational(33_434, settings.exposureTenThousandths(), 10_000)
                .rational(33_437, settings.fNumberHundredths(), 100)
                .shortValue(34_855, settings.iso())
                .undefined(36_864, "0231")
                .ascii(36_867, time)
                .ascii(36_868, time)
                .undefined(37_121, "\1\2\3\0") // components: Y, Cb, Cr
                .ascii(37_521, millis(data.at()))
                .undefined(40_960, "0100")
                .shortValue(40_961, 1) // sRGB
                .longValue(40_962, plain.widthPixels())
                .longValue(40_963, plain.heightPixels())
                .ascii(42_033, data.body().serialNumber());
        TiffDirectory main = new TiffDirectory()
                .ascii(IMAGE_DESCRIPTION, description)
                .ascii(271, make)
                .ascii(272, make.split(" ", 2)[0] + " " + data.body().model())
                .shortValue(274, 1) // upright
                .rational(282, 300, 1)
                .rational(283, 300, 1)
                .shortValue(296, 2) // inches
                .ascii(306, time)
                .shortValue(531, 1); // chroma samples centred
        return TiffDirectory.file(main, exif);
    }

    private static String millis(LocalDateTime at) {
        return MILLIS.format(at);
    }

    /** The image description of a JPEG that begins with an EXIF segment in little-endian order, as ours do. */
    static Optional<String> description(byte[] jpeg) {
        try {
            ByteBuffer all = ByteBuffer.wrap(jpeg);
            if (all.position(SOI_BYTES).getShort() != (short) APP1) {
                return Optional.empty();
            }
            all.position(SOI_BYTES + 4 + SIGNATURE.length);
            return TiffDirectory.asciiOfFirstDirectory(
                    all.slice().order(ByteOrder.LITTLE_ENDIAN), IMAGE_DESCRIPTION, StandardCharsets.US_ASCII);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
