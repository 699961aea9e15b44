package caixiang.sim.scene;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a body writes beside the JPEG, or instead of it: a TIFF file (TIFF 6.0 §2) that says who sat, filled up with noise
 * to the size of a real NEF. No picture can be developed from it; no two are the same.
 */
public final class RawFile {
    /** A 24-megapixel NEF, compressed without loss. */
    public static final int TYPICAL_BYTES = 25 << 20;

    /** Holds the directories with room to spare. */
    public static final int BYTES_MIN = 4 << 10;

    private static final int IMAGE_DESCRIPTION = 270;

    private RawFile() {}

    /**
     * Makes the file of an exposure.
     *
     * @param bytes at least {@link #BYTES_MIN}
     */
    public static byte[] of(Frame frame, int bytes) {
        SceneCode code = new SceneCode(frame.sitterKey(), frame.nonce());
        TiffDirectory exif = new TiffDirectory().undefined(36_864, "0231");
        TiffDirectory main = new TiffDirectory()
                .longValue(256, frame.jpeg().widthPixels())
                .longValue(257, frame.jpeg().heightPixels())
                .ascii(IMAGE_DESCRIPTION, code.text());
        byte[] head = TiffDirectory.file(main, exif);
        byte[] file = Arrays.copyOf(head, bytes);
        byte[] noise = new byte[bytes - head.length];
        new SplittableRandom(code.text().hashCode() * 31L + frame.nonce()).nextBytes(noise);
        System.arraycopy(noise, 0, file, head.length, noise.length);
        return file;
    }
}
