package caixiang.layouts.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The numbered objects of one PDF file (ISO 32000-1 §7.3, §7.5), written out as they come, so that only their places are
 * kept. The file's identifier is taken from its own bytes: the same file has the same one.
 */
final class PdfObjects {

    /** Pictures of many people: more would not be one job. */
    private static final int OBJECTS_MAX = 4_000_000;

    private static final long BYTES_MAX = 9_999_999_999L;
    private static final int IDENTIFIER_BYTES = 16;

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long position;
    private long[] offsets = new long[64];
    private int last;

    PdfObjects(OutputStream out) throws IOException {
        this.out = out;
        write("%PDF-1.7\n%");
        // Bytes above 127, so that no transport takes the file for text (ISO 19005-2 §6.1.2).
        write(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
    }

    /** A number for an object that others will point at before it is written. */
    int reserve() {
        last++;
        if (last > OBJECTS_MAX) {
            throw new IllegalStateException("more than " + OBJECTS_MAX + " objects in one file");
        }
        if (last >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        return last;
    }

    static String reference(int object) {
        return object + " 0 R";
    }

    int add(String value) throws IOException {
        int object = reserve();
        put(object, value);
        return object;
    }

    void put(int object, String value) throws IOException {
        begin(object);
        write(value);
        write("\nendobj\n");
    }

    /** @param entries of its dictionary, without the length */
    int addStream(String entries, byte[] bytes) throws IOException {
        int object = reserve();
        begin(object);
        write("<<" + entries + "/Length " + bytes.length + ">>\nstream\n");
        write(bytes);
        write("\nendstream\nendobj\n");
        return object;
    }

    /** Cross-reference table and trailer; nothing may follow. */
    void finish(int catalog, int information) throws IOException {
        String identifier = HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), IDENTIFIER_BYTES));
        long table = position;
        if (table > BYTES_MAX) {
            throw new IOException("the file is above 10 GB, which PDF cannot point into; make several");
        }
        write("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n");
        for (int object = 1; object <= last; object++) {
            String offset = Long.toString(offsets[object]);
            write("0".repeat(10 - offset.length()) + offset + " 00000 n \n");
        }
        write("trailer\n<</Size " + (last + 1) + "/Root " + reference(catalog) + "/Info " + reference(information)
                + "/ID[<" + identifier + "><" + identifier + ">]>>\nstartxref\n" + table + "\n%%EOF\n");
        out.flush();
    }

    private void begin(int object) throws IOException {
        offsets[object] = position;
        write(object + " 0 obj\n");
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        digest.update(bytes);
        position += bytes.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
