package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Why the second copy cannot be written. */
public enum CopyProblem {
    /** The folder or its marker is not there: the disk is unplugged or not mounted. */
    AWAY,
    /** The folder belongs to another archive, or holds other things. */
    FOREIGN,
    /** The folder was written by a newer version of the program. */
    NEWER,
    FULL,
    READ_ONLY,
    /** It did not finish within its deadline. */
    SLOW,
    /** What is to be copied is no longer what came from the camera. */
    DAMAGED,
    /** Anything else; the log says what. */
    FAILED;

    /** As in the API and the texts of the console, for example {@code read-only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CopyProblem of(IOException e) {
        if (e instanceof CopyRefusedException refused) {
            return refused.problem();
        }
        String words = words(e);
        if (words.contains("no space left") || words.contains("quota exceeded")) {
            return FULL;
        }
        if (words.contains("read-only") || e instanceof AccessDeniedException) {
            return READ_ONLY;
        }
        return e instanceof NoSuchFileException ? AWAY : FAILED;
    }

    /** Java has no types for ENOSPC and EROFS; the system's own words are all there is. */
    private static String words(IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    }
}
