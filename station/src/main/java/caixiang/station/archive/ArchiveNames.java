package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the names in one root of an archive, and asks the disk about nothing else: a start looks through 100 000 of them
 * while people wait. No folder of an archive has a dot in its name and every file has, so that a name tells which it is.
 * Links are never followed; what cannot be read is passed over.
 */
final class ArchiveNames {
    private static final Logger log = LoggerFactory.getLogger(ArchiveNames.class);
    private static final int DEPTH = 5;

    private ArchiveNames() {}

    /** Hears of each name. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Is told one.
         *
         * @param file path inside the archive, with {@code /}
         */
        void found(String file) throws IOException;
    }

    /** Tells the visitor every name below the root that has a dot. */
    static void walk(Path root, Visitor visitor) throws IOException {
        list(root, "", 1, visitor);
    }

    private static void list(Path folder, String inside, int depth, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.indexOf('.') >= 0) {
                    visitor.found(inside + name);
                } else if (depth < DEPTH && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    below(entry, inside + name + "/", depth + 1, visitor);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void below(Path folder, String inside, int depth, Visitor visitor) throws IOException {
        try {
            list(folder, inside, depth, visitor);
        } catch (FileSystemException e) {
            log.warn("{} cannot be looked at: {}", folder, e.toString());
        }
    }
}
