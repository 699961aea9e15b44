package caixiang.layouts.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A whole JPEG file in memory. It never changes, and equal bytes are equal. */
public final class JpegBytes {

    private final byte[] bytes;

    private JpegBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. */
    public static JpegBytes of(byte[] bytes) {
        return new JpegBytes(bytes.clone());
    }

    /** For bytes that nobody else holds. */
    static JpegBytes owning(byte[] bytes) {
        return new JpegBytes(bytes);
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
