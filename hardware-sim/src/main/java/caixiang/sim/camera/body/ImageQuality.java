package caixiang.sim.camera.body;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files an exposure becomes. The numbers are Nikon's for the property CompressionSetting. */
public enum ImageQuality {
    JPEG(2, true, false),
    RAW(4, false, true),
    RAW_JPEG(7, true, true);

    /** From here on the values of CompressionSetting mean a RAW and a JPEG; below, but for the RAW alone, a JPEG. */
    private static final int FIRST_PAIR = 5;

    private final int setting;
    private final boolean jpeg;
    private final boolean raw;

    ImageQuality(int setting, boolean jpeg, boolean raw) {
        this.setting = setting;
        this.jpeg = jpeg;
        this.raw = raw;
    }

    /** All qualities of JPEG are one to us. */
    static ImageQuality ofSetting(long setting) {
        if (setting == RAW.setting) {
            return RAW;
        }
        return setting >= FIRST_PAIR ? RAW_JPEG : JPEG;
    }

    /** As on the command line: {@code jpeg}, {@code raw} or {@code raw+jpeg}. */
    public static Optional<ImageQuality> ofWord(String word) {
        return Stream.of(values())
                .filter(quality -> quality.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '+');
    }

    public int setting() {
        return setting;
    }

    boolean hasJpeg() {
        return jpeg;
    }

    boolean hasRaw() {
        return raw;
    }
}
