package caixiang.station.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads DateTimeOriginal and SubSecTimeOriginal (CIPA DC-008 §4.6.5) out of the first 64 KiB of a JPEG file. Whatever is
 * not as the standard says means that there is no time; a picture is never refused for it.
 */
final class ExifTime {
    private static final int HEAD_MAX = 64 * 1024;

    private static final int SOI = 0xFFD8;
    private static final int APP0 = 0xFFE0;
    private static final int APP1 = 0xFFE1;
    private static final int APP15 = 0xFFEF;
    private static final byte[] SIGNATURE = {'E', 'x', 'i', 'f', 0, 0};

    private static final int TIFF_MARK = 42;
    private static final int EXIF_POINTER = 0x8769;
    private static final int DATE_TIME_ORIGINAL = 0x9003;
    private static final int SUB_SEC_ORIGINAL = 0x9291;
    private static final int ENTRY_BYTES = 12;
    private static final int ENTRIES_MAX = 512;
    private static final int TEXT_MAX = 32;
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    private ExifTime() {}

    /** The moment of exposure as the camera's clock showed it, taken for UTC; empty when the file does not say. */
    static Optional<Instant> read(Path jpeg) {
        try (InputStream in = Files.newInputStream(jpeg)) {
            return of(in.readNBytes(HEAD_MAX));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> of(byte[] head) {
        try {
            Optional<ByteBuffer> tiff = tiff(ByteBuffer.wrap(head));
            return tiff.isEmpty() ? Optional.empty() : exposure(tiff.get());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** The TIFF file inside the EXIF segment, in its own byte order. */
    private static Optional<ByteBuffer> tiff(ByteBuffer jpeg) {
        int at = 2;
        if (unsignedShort(jpeg, 0) != SOI) {
            return Optional.empty();
        }
        for (int marker = unsignedShort(jpeg, at);
                marker >= APP0 && marker <= APP15;
                marker = unsignedShort(jpeg, at)) {
            int length = unsignedShort(jpeg, at + 2);
            int data = at + 4;
            if (marker == APP1 && startsWith(jpeg, data, SIGNATURE)) {
                int end = Math.min(at + 2 + length, jpeg.limit());
                int start = data + SIGNATURE.length;
                ByteBuffer tiff = jpeg.slice(start, end - start);
                tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                return unsignedShort(tiff, 2) == TIFF_MARK ? Optional.of(tiff) : Optional.empty();
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static Optional<Instant> exposure(ByteBuffer tiff) {
        Optional<Integer> pointer = entry(tiff, tiff.getInt(4), EXIF_POINTER);
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        int directory = tiff.getInt(pointer.get() + 8);
        Optional<Integer> time = entry(tiff, directory, DATE_TIME_ORIGINAL);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        Instant whole = LocalDateTime.parse(text(tiff, time.get()), FORM).toInstant(ZoneOffset.UTC);
        Optional<String> fraction = entry(tiff, directory, SUB_SEC_ORIGINAL).map(at -> text(tiff, at));
        return Optional.of(whole.plusMillis(fraction.map(ExifTime::millis).orElse(0)));
    }

    /** Digits after the decimal point, however many the camera writes. */
    private static int millis(String digits) {
        return digits.matches("\\d{1,9}") ? (int) (Double.parseDouble("0." + digits) * 1000) : 0;
    }

    /** Where the entry with this tag begins. */
    private static Optional<Integer> entry(ByteBuffer tiff, int directory, int tag) {
        int entries = Math.min(unsignedShort(tiff, directory), ENTRIES_MAX);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY_BYTES;
            if (unsignedShort(tiff, at) == tag) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Up to four bytes lie in the entry itself, more where it points to. */
    private static String text(ByteBuffer tiff, int entry) {
        int count = tiff.getInt(entry + 4);
        if (count < 1 || count > TEXT_MAX) {
            throw new IllegalArgumentException(count + " characters");
        }
        byte[] bytes = new byte[count];
        tiff.get(count <= 4 ? entry + 8 : tiff.getInt(entry + 8), bytes);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static boolean startsWith(ByteBuffer bytes, int at, byte[] expected) {
        byte[] found = new byte[expected.length];
        bytes.get(at, found);
        return java.util.Arrays.equals(found, expected);
    }

    private static int unsignedShort(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
