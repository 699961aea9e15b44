package caixiang.sim.ptp;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes little-endian PTP data into a growing array. */
public final class PtpWriter {
    /** Characters a PTP string holds besides its NUL; the count is one byte. */
    public static final int STRING_CHARACTERS_MAX = 254;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public PtpWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    public PtpWriter u16(int value) {
        return u8(value).u8(value >> 8);
    }

    public PtpWriter u32(int value) {
        return u16(value).u16(value >> 16);
    }

    public PtpWriter u64(long value) {
        return u32((int) value).u32((int) (value >> 32));
    }

    public PtpWriter bytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** A PTP string: ISO 15740:2013 §5.3.4. */
    public PtpWriter string(String text) {
        if (text.isEmpty()) {
            return u8(0);
        }
        if (text.length() > STRING_CHARACTERS_MAX) {
            throw new IllegalArgumentException("string of " + text.length() + " characters");
        }
        return u8(text.length() + 1).nulTerminatedString(text);
    }

    /** UTF-16LE and a NUL, as PTP/IP writes its friendly names. */
    public PtpWriter nulTerminatedString(String text) {
        text.chars().forEach(this::u16);
        return u16(0);
    }

    public PtpWriter u16Array(List<Integer> items) {
        u32(items.size());
        items.forEach(this::u16);
        return this;
    }

    public PtpWriter u32Array(List<Integer> items) {
        u32(items.size());
        items.forEach(this::u32);
        return this;
    }

    /** An array of 16-bit codes. */
    public PtpWriter codes(List<? extends WireCode> items) {
        return u16Array(items.stream().map(WireCode::wire).toList());
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
