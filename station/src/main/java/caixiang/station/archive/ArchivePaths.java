package caixiang.station.archive;

import caixiang.station.camera.PictureKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where things lie in the archive. Names are ids and numbers, all ASCII; no name says who a person is. */
public record ArchivePaths(Path root) {
    private static final String SESSION = "[0-9A-Za-z][0-9A-Za-z-]{0,39}";
    private static final Pattern IN_NUMBER =
            Pattern.compile(SESSION + "/(?:[0-9]{4,9}|tray|aside)/(?<id>[0-9a-f-]{36})\\.(?<type>[0-9a-z]{2,5})");
    private static final Pattern OF_FRAME = Pattern.compile(
            SESSION + "/(?:[0-9]{4,9}|tray|aside)/(?<id>[0-9a-f-]{36})(?:\\.[0-9a-z]{2,5}|-portrait\\.(?:jpg|json))");
    private static final String SIDECAR_TYPE = "json";

    /** {@code <session>/<number, 4 digits>}, or {@code <session>/tray}. */
    public static String folder(String sessionId, OptionalInt number) {
        return sessionId + "/" + (number.isPresent() ? String.format(Locale.ROOT, "%04d", number.getAsInt()) : "tray");
    }

    /** For frames that somebody has said to be nobody's. */
    static String asideFolder(String sessionId) {
        return sessionId + "/aside";
    }

    /** The same file name in another folder. */
    public static String inFolder(String folder, String file) {
        return folder + "/" + file.substring(file.lastIndexOf('/') + 1);
    }

    public static String frameFile(String sessionId, OptionalInt number, String frameId) {
        return folder(sessionId, number) + "/" + frameId + ".jpg";
    }

    /** The RAW beside a frame, or a frame that is a RAW alone; it keeps the extension its maker gave it. */
    public static String rawFile(String sessionId, OptionalInt number, String frameId, String objectName) {
        return folder(sessionId, number) + "/" + frameId + "." + PictureKind.extension(objectName);
    }

    /** Where the picture of a frame goes that was a RAW alone. */
    static String pictureBeside(String rawFile) {
        return rawFile.substring(0, rawFile.lastIndexOf('.')) + ".jpg";
    }

    public static String portraitFile(Frame frame) {
        return stem(frame) + "-portrait.jpg";
    }

    public static String sheetFile(Frame frame, String sheetId) {
        return folder(frame.sessionId(), frame.number()) + "/sheets/" + sheetId + ".pdf";
    }

    /** Whether this is the name of what came from a camera: a frame, or the RAW beside it. */
    public static boolean isOriginal(String file) {
        Matcher name = IN_NUMBER.matcher(file);
        return name.matches() && !name.group("type").equals(SIDECAR_TYPE);
    }

    /** Whether this is the name of a frame's sidecar. */
    public static boolean isSidecar(String file) {
        Matcher name = IN_NUMBER.matcher(file);
        return name.matches() && name.group("type").equals(SIDECAR_TYPE);
    }

    /** The sidecar of a frame, inside the archive. */
    public static String sidecarFile(Frame frame) {
        return stem(frame) + "." + SIDECAR_TYPE;
    }

    /** Without the extension, whichever it is: a frame may be a RAW alone. */
    private static String stem(Frame frame) {
        return frame.file().substring(0, frame.file().lastIndexOf('.'));
    }

    /** The id of the frame that an original, a sidecar, a portrait or its note belongs to; empty for any other name. */
    public static Optional<String> frameIdOf(String file) {
        Matcher name = OF_FRAME.matcher(file);
        return name.matches() ? Optional.of(name.group("id")) : Optional.empty();
    }

    /**
     * Where a file of the archive lies.
     *
     * @throws IllegalArgumentException if the name leads out of the archive
     */
    /** The file that says which archive this is; not there while its disk is not. */
    public Path marker() {
        return root.resolve(ArchiveMarker.FILE);
    }

    public Path resolve(String file) {
        Path inside = root.normalize();
        Path resolved = inside.resolve(file).normalize();
        if (!resolved.startsWith(inside)) {
            throw new IllegalArgumentException("\"" + file + "\" leads out of the archive");
        }
        return resolved;
    }
}
