package caixiang.station.camera;

import java.util.Locale;
import java.util.Optional;

/** What kinds of picture a camera writes. Told by the name alone: cameras call a RAW by many formats, or by none. */
public enum PictureKind {
    JPEG("jpg|jpeg"),
    /** The makers' own: Nikon, Canon, Sony, Adobe, Fujifilm, Olympus, Panasonic, Pentax. */
    RAW("nef|nrw|cr2|cr3|crw|arw|sr2|dng|raf|orf|rw2|pef");

    private final String extensions;

    PictureKind(String extensions) {
        this.extensions = extensions;
    }

    /** The kind of a file; empty when it is no picture for the station, a film for example. */
    public static Optional<PictureKind> of(String name) {
        String extension = extension(name);
        for (PictureKind kind : values()) {
            if (extension.matches(kind.extensions)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public static boolean isRaw(String name) {
        return of(name).filter(RAW::equals).isPresent();
    }

    /** What follows the last dot, in lower case; empty without a dot. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without its extension: what the two files of a RAW+JPEG pair have in common. */
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
