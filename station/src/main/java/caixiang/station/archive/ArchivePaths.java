package caixiang.station.archive;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/** Where things lie in the archive. Names are ids and numbers, all ASCII; no name says who a person is. */
public record ArchivePaths(Path root) {

    /** {@code <session>/<number, 4 digits>}, or {@code <session>/tray}. */
    public static String folder(String sessionId, OptionalInt number) {
        return sessionId + "/" + (number.isPresent() ? String.format(Locale.ROOT, "%04d", number.getAsInt()) : "tray");
    }

    public static String frameFile(String sessionId, OptionalInt number, String frameId) {
        return folder(sessionId, number) + "/" + frameId + ".jpg";
    }

    public static String portraitFile(Frame frame) {
        return folder(frame.sessionId(), frame.number()) + "/" + frame.frameId() + "-portrait.jpg";
    }

    public static String sheetFile(Frame frame, String sheetId) {
        return folder(frame.sessionId(), frame.number()) + "/sheets/" + sheetId + ".pdf";
    }

    public Path resolve(String file) {
        return root.resolve(file);
    }
}
