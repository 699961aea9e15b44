package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectFormat;

/** The two kinds of file a body writes. Nikon bodies call a NEF an undefined object. */
enum FileKind {
    JPEG("JPG", ObjectFormat.EXIF_JPEG),
    RAW("NEF", ObjectFormat.UNDEFINED);

    private final String extension;
    private final ObjectFormat format;

    FileKind(String extension, ObjectFormat format) {
        this.extension = extension;
        this.format = format;
    }

    String extension() {
        return extension;
    }

    ObjectFormat format() {
        return format;
    }
}
