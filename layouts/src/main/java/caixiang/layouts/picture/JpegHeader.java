package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a JPEG file says about itself, read from its marker segments (ISO/IEC 10918-1 Annex B) before a pixel is decoded.
 * The whole file is walked to its end marker, so a transfer that broke off is found here and not as a grey stripe on
 * somebody's print.
 *
 * @param size as stored
 * @param components 1 for grey, 3 for colour
 * @param isSrgb neither an ICC profile nor Exif says otherwise
 */
record JpegHeader(PixelSize size, int components, ExifTags exif, boolean isSrgb) {

    static final long PIXELS_MAX = 100_000_000;

    private static final int SOF_BASELINE = 0xC0;
    private static final int SOF_PROGRESSIVE = 0xC2;
    private static final int SOF_LAST = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST_FIRST = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    static JpegHeader read(byte[] file) throws PictureException {
        return new Walk(ByteBuffer.wrap(file)).walk();
    }

    private static final class Walk {

        private final ByteBuffer in;
        private ExifTags exif = ExifTags.NONE;
        private int width;
        private int height;
        private int components;
        private boolean hasForeignProfile;
        private boolean hasScan;

        Walk(ByteBuffer in) {
            this.in = in;
        }

        JpegHeader walk() throws PictureException {
            if (in.remaining() < 4 || in.getShort() != (short) (0xFF00 | SOI)) {
                throw new PictureException("is no JPEG file (it does not start with FF D8)");
            }
            for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
                segment(marker);
            }
            if (width == 0 || !hasScan) {
                throw new PictureException("is a JPEG file without a picture in it");
            }
            return new JpegHeader(
                    new PixelSize(width, height), components, exif, !hasForeignProfile && !exif.isAdobeRgb());
        }

        /** Skips coded picture data: there FF is followed by 00 or a restart marker. */
        private int nextMarker() throws PictureException {
            while (in.remaining() >= 2) {
                if (in.get() == (byte) 0xFF) {
                    int code = Byte.toUnsignedInt(in.get(in.position()));
                    boolean isData = code == 0 || code == 0xFF || (code >= RST_FIRST && code < SOI);
                    if (!isData) {
                        in.get();
                        return code;
                    }
                } else if (!hasScan) {
                    throw new PictureException("is a damaged JPEG file: no marker at byte " + (in.position() - 1));
                }
            }
            throw new PictureException("breaks off after " + in.limit() + " bytes: the JPEG end marker is missing");
        }

        private void segment(int marker) throws PictureException {
            int start = in.position();
            int length = in.remaining() < 2 ? 0 : Short.toUnsignedInt(in.getShort(start));
            if (length < 2 || length > in.remaining()) {
                throw new PictureException("is a damaged JPEG file: the segment FF " + Integer.toHexString(marker)
                        + " at byte " + start + " has a length of " + length + " bytes");
            }
            ByteBuffer body = in.slice(start + 2, length - 2);
            boolean isFrame =
                    marker >= SOF_BASELINE && marker <= SOF_LAST && marker != DHT && marker != JPG && marker != DAC;
            if (isFrame) {
                frame(marker, body);
            } else if (marker == APP1 && startsWith(body, EXIF)) {
                exif = ExifTags.read(body.position(EXIF.length));
            } else if (marker == APP2 && startsWith(body, ICC)) {
                hasForeignProfile |=
                        !StandardCharsets.ISO_8859_1.decode(body).toString().contains("sRGB");
            } else if (marker == SOS) {
                hasScan = true;
            }
            in.position(start + length);
        }

        private void frame(int marker, ByteBuffer body) throws PictureException {
            if (marker > SOF_PROGRESSIVE || body.remaining() < 6 || body.get() != 8) {
                throw new PictureException("is a JPEG of a kind no camera writes (lossless, arithmetic or 12 bit)");
            }
            if (width != 0) {
                throw new PictureException("is a damaged JPEG file: it has two frame headers");
            }
            height = Short.toUnsignedInt(body.getShort());
            width = Short.toUnsignedInt(body.getShort());
            components = Byte.toUnsignedInt(body.get());
            if (components != 1 && components != 3) {
                throw new PictureException(
                        "has " + components + " colour components; save it as an RGB JPEG, not as CMYK");
            }
            if (width == 0 || height == 0 || (long) width * height > PIXELS_MAX) {
                throw new PictureException("has " + width + "×" + height + " pixels; allowed are 1 to " + PIXELS_MAX);
            }
        }

        private static boolean startsWith(ByteBuffer body, byte[] start) {
            return body.remaining() >= start.length
                    && body.slice(0, start.length).equals(ByteBuffer.wrap(start));
        }
    }
}
