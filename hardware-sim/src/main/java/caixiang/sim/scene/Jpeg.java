package caixiang.sim.scene;

import java.io.IOException;

/** A JPEG file in memory with its size in pixels. The array is handed over, not copied: nobody writes to it. */
public final class Jpeg {
    private static final int MARKER = 0xFF;
    private static final int SOI = 0xD8;
    private static final int SOS = 0xDA;

    private final byte[] bytes;
    private final int widthPixels;
    private final int heightPixels;

    private Jpeg(byte[] bytes, int widthPixels, int heightPixels) {
        this.bytes = bytes;
        this.widthPixels = widthPixels;
        this.heightPixels = heightPixels;
    }

    /**
     * Looks up the size in the frame header: ITU-T T.81 §B.2.2.
     *
     * @throws IOException when the bytes are no JPEG
     */
    public static Jpeg of(byte[] bytes) throws IOException {
        if (bytes.length < 4 || u8(bytes, 0) != MARKER || u8(bytes, 1) != SOI) {
            throw new IOException("no JPEG: it does not begin with FF D8");
        }
        int at = 2;
        while (at + 9 < bytes.length && u8(bytes, at) == MARKER) {
            int marker = u8(bytes, at + 1);
            if (marker == SOS) {
                break;
            }
            if (isFrameHeader(marker)) {
                return new Jpeg(bytes, u16(bytes, at + 7), u16(bytes, at + 5));
            }
            at += marker == MARKER ? 1 : 2 + u16(bytes, at + 2);
        }
        throw new IOException("no JPEG: it has no frame header");
    }

    public byte[] bytes() {
        return bytes;
    }

    public int widthPixels() {
        return widthPixels;
    }

    public int heightPixels() {
        return heightPixels;
    }

    /** SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie among them. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    private static int u16(byte[] bytes, int at) {
        return u8(bytes, at) << 8 | u8(bytes, at + 1);
    }
}
