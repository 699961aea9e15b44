package caixiang.station.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one pass over a picture file shows.
 *
 * @param sha256 lower-case hex
 * @param isWholeJpeg begins with SOI and ends with EOI; zero bytes after EOI are a camera's padding and allowed
 */
public record PictureFile(long sizeBytes, String sha256, boolean isWholeJpeg) {
    private static final int CHUNK = 1 << 18;

    /** JPEG markers, ITU-T T.81 Table B.1. */
    private static final int SOI = 0xFFD8;

    private static final int EOI = 0xFFD9;

    public static PictureFile read(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        int first = 0;
        int last = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
                if (size == 0 && n >= 2) {
                    first = Byte.toUnsignedInt(chunk[0]) << 8 | Byte.toUnsignedInt(chunk[1]);
                }
                last = lastMarker(last, chunk, n);
                size += n;
            }
        }
        return new PictureFile(size, HexFormat.of().formatHex(digest.digest()), first == SOI && last == EOI);
    }

    /** The last two bytes that are not zero padding, over all chunks so far. */
    private static int lastMarker(int before, byte[] chunk, int length) {
        int end = length;
        while (end > 0 && chunk[end - 1] == 0) {
            end--;
        }
        if (end == 0) {
            return before;
        }
        int previous = end >= 2 ? Byte.toUnsignedInt(chunk[end - 2]) : before & 0xFF;
        return previous << 8 | Byte.toUnsignedInt(chunk[end - 1]);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
