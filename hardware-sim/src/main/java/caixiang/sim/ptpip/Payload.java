package caixiang.sim.ptpip;

import java.util.Arrays;
import java.util.HexFormat;

/** The bytes a packet carries, compared by content. The array is handed over, not copied: nobody writes to it. */
public final class Payload {
    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    public Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        int shown = Math.min(bytes.length, 16);
        return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, shown);
    }
}
