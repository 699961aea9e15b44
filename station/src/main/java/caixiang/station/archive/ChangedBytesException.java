package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Path;

/** A file no longer has the bytes that came from the camera. */
final class ChangedBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    ChangedBytesException(Path file) {
        super(file + " no longer has the bytes that came from the camera");
    }
}
