package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through one root of an archive. Links are reported and never followed; what cannot be read is passed over. */
public final class ArchiveScan {
    private static final Logger log = LoggerFactory.getLogger(ArchiveScan.class);
    private static final int DEPTH = 5;
    private static final Pattern MADE_FROM_FRAMES = Pattern.compile(".+-portrait\\.jpg|[^/]+/[^/]+/sheets/[^/]+\\.pdf");
    private static final Pattern MOVE_ORDER = Pattern.compile("[^/]+/moves/[0-9a-f-]{36}\\.(?:move|back)");

    private ArchiveScan() {}

    /** The journal's own files, which lie beside the second copies. */
    private static final Pattern JOURNAL = Pattern.compile("journal/(?:set-aside-[^/]+/)?[^/]+\\.jsonl");

    /** What a file is, by its name. */
    public enum Kind {
        /** A frame, or the RAW beside it. */
        ORIGINAL,
        SIDECAR,
        /** JSON beside other things, which repeats a row of the database. */
        NOTE,
        /** A portrait or a sheet; can be made again. */
        DERIVED,
        /** Being written, or left when the program ended while it was. */
        HALF,
        /** Put aside by a repair. */
        DAMAGED,
        MARKER,
        /** A decision to move frames that is not carried out to its end; only a start does that. */
        MOVE_ORDER,
        LINK,
        FOREIGN
    }

    /**
     * A file found.
     *
     * @param file path inside the archive, with {@code /}
     * @param changedAt epoch milliseconds
     */
    public record Found(String file, Kind kind, long bytes, long changedAt) {}

    /** Hears of each file, folder by folder. */
    @FunctionalInterface
    public interface Visitor {
        void found(Found found) throws IOException;
    }

    /**
     * Sees that this is an archive that this program can read.
     *
     * @throws IOException if it is no folder, or a newer program laid it out; the message says what to do
     */
    public static void requireKnownLayout(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("没有这个档案文件夹 there is no archive folder " + root + "; check the path");
        }
        ArchiveMarker.of(root);
    }

    /**
     * Sees that every frame lies in one place: while frames are moved they have sidecars in two.
     *
     * @throws IOException if not; the message says what to do
     */
    public static void requireNoMoveUnderWay(Path root) throws IOException {
        walk(root, found -> {
            if (found.kind() == Kind.MOVE_ORDER) {
                throw new IOException("有一次照片改号未完成；请启动一次采像，再运行本命令 a move of frames is unfinished (" + found.file()
                        + "); start the station once and run this again");
            }
        });
    }

    /** Whether any frame was ever filed here. */
    public static boolean holdsFrames(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (var sessions = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path session : sessions) {
                try (var numbers = Files.newDirectoryStream(session, Files::isDirectory)) {
                    if (numbers.iterator().hasNext()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Tells the visitor every file below the root. */
    public static void walk(Path root, Visitor visitor) throws IOException {
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes facts) throws IOException {
                String file = root.relativize(path).toString();
                visitor.found(new Found(
                        file,
                        kind(file, facts),
                        facts.size(),
                        facts.lastModifiedTime().toMillis()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
                if (path.equals(root)) {
                    throw e;
                }
                log.warn("{} cannot be looked at: {}", path, e.toString());
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Kind kind(String file, BasicFileAttributes facts) {
        if (facts.isSymbolicLink()) {
            return Kind.LINK;
        }
        if (!facts.isRegularFile()) {
            return Kind.FOREIGN;
        }
        if (file.endsWith(DiskSteps.HALF) || file.endsWith(Repair.HEALING)) {
            return Kind.HALF;
        }
        if (file.endsWith(Mirror.DAMAGED)) {
            return Kind.DAMAGED;
        }
        if (file.equals(ArchiveMarker.FILE) || JOURNAL.matcher(file).matches()) {
            return Kind.MARKER;
        }
        if (ArchivePaths.isSidecar(file)) {
            return Kind.SIDECAR;
        }
        if (ArchivePaths.isOriginal(file)) {
            return Kind.ORIGINAL;
        }
        if (MADE_FROM_FRAMES.matcher(file).matches()) {
            return Kind.DERIVED;
        }
        if (MOVE_ORDER.matcher(file).matches()) {
            return Kind.MOVE_ORDER;
        }
        return NoteFile.isNote(file) ? Kind.NOTE : Kind.FOREIGN;
    }
}
