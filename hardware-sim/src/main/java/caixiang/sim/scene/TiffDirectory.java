package caixiang.sim.scene;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image file directory: TIFF 6.0 §2, little-endian. Entries have to be added in ascending order of tags. */
final class TiffDirectory {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int EXIF_POINTER = 34_665;
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;

    private final List<Entry> entries = new ArrayList<>();

    /** One field; values of up to four bytes lie in the entry itself. */
    private record Entry(int tag, int type, int count, ByteBuffer value) {
        int overflowBytes() {
            int size = value.capacity();
            return size <= 4 ? 0 : size + size % 2;
        }
    }

    TiffDirectory ascii(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        return add(tag, ASCII, bytes.length, bytes(bytes.length).put(bytes));
    }

    TiffDirectory undefined(int tag, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return add(tag, UNDEFINED, bytes.length, bytes(bytes.length).put(bytes));
    }

    TiffDirectory shortValue(int tag, int value) {
        return add(tag, SHORT, 1, bytes(2).putShort((short) value));
    }

    TiffDirectory longValue(int tag, int value) {
        return add(tag, LONG, 1, bytes(4).putInt(value));
    }

    TiffDirectory rational(int tag, long numerator, long denominator) {
        return add(tag, RATIONAL, 1, bytes(8).putInt((int) numerator).putInt((int) denominator));
    }

    /** A TIFF file of the main directory and, pointed at by its last entry, the EXIF directory. */
    static byte[] file(TiffDirectory main, TiffDirectory exif) {
        int exifOffset = HEADER_BYTES + main.bytes() + ENTRY_BYTES;
        main.longValue(EXIF_POINTER, exifOffset);
        byte[] file = new byte[exifOffset + exif.bytes()];
        ByteBuffer out = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
        main.write(out);
        exif.write(out);
        return file;
    }

    /** Looks up a text in the first directory of a TIFF file. */
    static Optional<String> asciiOfFirstDirectory(ByteBuffer tiff, int tag, Charset charset) {
        int directory = tiff.getInt(4);
        int count = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == tag && tiff.getShort(entry + 2) == ASCII) {
                int length = tiff.getInt(entry + 4);
                int at = length <= 4 ? entry + 8 : tiff.getInt(entry + 8);
                if (length < 1 || length > tiff.capacity()) {
                    return Optional.empty();
                }
                byte[] text = new byte[length - 1];
                tiff.get(at, text);
                return Optional.of(new String(text, charset));
            }
        }
        return Optional.empty();
    }

    private TiffDirectory add(int tag, int type, int count, ByteBuffer value) {
        if (!entries.isEmpty() && entries.get(entries.size() - 1).tag >= tag) {
            throw new IllegalArgumentException("tag " + tag + " is out of order");
        }
        entries.add(new Entry(tag, type, count, value.rewind()));
        return this;
    }

    private int bytes() {
        return 2
                + ENTRY_BYTES * entries.size()
                + 4
                + entries.stream().mapToInt(Entry::overflowBytes).sum();
    }

    private void write(ByteBuffer out) {
        int overflow = out.position() + 2 + ENTRY_BYTES * entries.size() + 4;
        out.putShort((short) entries.size());
        for (Entry entry : entries) {
            out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.overflowBytes() == 0) {
                int next = out.position() + 4;
                out.put(entry.value.duplicate());
                out.position(next);
            } else {
                out.putInt(overflow);
                out.duplicate().position(overflow).put(entry.value.duplicate());
                overflow += entry.overflowBytes();
            }
        }
        out.putInt(0); // no further directory
        out.position(overflow);
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
