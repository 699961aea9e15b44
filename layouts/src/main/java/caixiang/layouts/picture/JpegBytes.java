package caixiang.layouts.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A whole JPEG file in memory. It never changes, and equal bytes are equal. */
public final class JpegBytes {

    /** Four times the largest JPEG of a 60-megapixel body. */
    private static final int BYTES_MAX = 128 << 20;

    private final byte[] bytes;

    private JpegBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. */
    public static JpegBytes of(byte[] bytes) {
        return new JpegBytes(bytes.clone());
    }

    /**
     * Reads a file whole; whether it is a JPEG shows when it is used.
     *
     * @throws PictureException if it cannot be read or is above 128 MB
     */
    public static JpegBytes read(Path path) throws PictureException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new PictureException(path + " is above " + (BYTES_MAX >> 20) + " MB, so it is no frame");
            }
            return new JpegBytes(bytes);
        } catch (IOException e) {
            throw new PictureException(path + " cannot be read: " + e, e);
        }
    }

    /** For bytes that nobody else holds. */
    static JpegBytes owning(byte[] bytes) {
        return new JpegBytes(bytes);
    }

    /**
     * Walks the file to its end marker without decoding it. What a telephone adds behind that marker is let pass.
     *
     * @throws PictureException if it is no JPEG, breaks off, or is of a kind or size that cannot be printed
     */
    public void requireWhole() throws PictureException {
        JpegHeader unused = JpegHeader.read(bytes);
    }

    public int size() {
        return bytes.length;
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** The bytes themselves, for reading only. */
    byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JpegBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "JPEG of " + bytes.length + " bytes";
    }
}
