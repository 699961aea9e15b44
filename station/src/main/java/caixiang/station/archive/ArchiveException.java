package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** A frame could not be filed. It lies in the spool as before, and nothing half is left in the archive. */
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean diskFull;

    ArchiveException(String message, IOException cause) {
        super(message + ": " + cause.getMessage(), cause);
        this.diskFull = isNoSpace(cause);
    }

    public boolean isDiskFull() {
        return diskFull;
    }

    /** Java has no type for ENOSPC and EDQUOT; the system's own words are all there is. */
    private static boolean isNoSpace(IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("quota exceeded");
    }
}
