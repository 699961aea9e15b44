package caixiang.sim.ptp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads little-endian PTP data from an array. Each read checks what is left first, so a lying count never allocates
 * more than the bytes that are really there.
 */
public final class PtpReader {
    private final byte[] bytes;
    private int position;

    public PtpReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int remaining() {
        return bytes.length - position;
    }

    public int u8() throws MalformedPacketException {
        need(1);
        return bytes[position++] & 0xFF;
    }

    public int u16() throws MalformedPacketException {
        need(2);
        return u8() | u8() << 8;
    }

    /** The 32 bits as they are; handles and parameters are compared as bit patterns. */
    public int u32() throws MalformedPacketException {
        need(4);
        return u16() | u16() << 16;
    }

    public long u64() throws MalformedPacketException {
        need(8);
        return Integer.toUnsignedLong(u32()) | (long) u32() << 32;
    }

    public byte[] bytes(int count) throws MalformedPacketException {
        need(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** A PTP string: ISO 15740:2013 §5.3.4, a count that includes the NUL, then UTF-16LE; an empty one is one zero. */
    public String string() throws MalformedPacketException {
        int count = u8();
        if (count == 0) {
            return "";
        }
        need(2 * count);
        String text = utf16(count - 1);
        if (u16() != 0) {
            throw new MalformedPacketException("string of " + count + " characters does not end in NUL");
        }
        return text;
    }

    /** UTF-16LE up to a NUL, as PTP/IP writes its friendly names (CIPA DC-005 §2.3.1). */
    public String nulTerminatedString() throws MalformedPacketException {
        StringBuilder text = new StringBuilder();
        for (int unit = u16(); unit != 0; unit = u16()) {
            text.append((char) unit);
        }
        return text.toString();
    }

    public List<Integer> u16Array() throws MalformedPacketException {
        int count = arrayCount(2);
        List<Integer> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(u16());
        }
        return List.copyOf(items);
    }

    public List<Integer> u32Array() throws MalformedPacketException {
        int count = arrayCount(4);
        List<Integer> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(u32());
        }
        return List.copyOf(items);
    }

    /** Refuses bytes behind the end of a dataset. */
    public void end() throws MalformedPacketException {
        if (remaining() != 0) {
            throw new MalformedPacketException(remaining() + " bytes too many");
        }
    }

    private String utf16(int count) throws MalformedPacketException {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) u16());
        }
        return text.toString();
    }

    private int arrayCount(int itemBytes) throws MalformedPacketException {
        long count = Integer.toUnsignedLong(u32());
        if (count * itemBytes > remaining()) {
            throw new MalformedPacketException("array of " + count + " items in " + remaining() + " bytes");
        }
        return (int) count;
    }

    private void need(int count) throws MalformedPacketException {
        if (count < 0 || count > remaining()) {
            throw new MalformedPacketException("wants " + count + " bytes, " + remaining() + " are left");
        }
    }
}
