package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes single files of the second root like those of the first. Never touches the first. */
final class Mirror {
    /** The end of the name of a damaged file that a good one has replaced. */
    static final String DAMAGED = ".damaged";

    private static final int SMALL_BYTES = 1 << 20;

    private final ArchivePaths first;
    private final ArchivePaths second;
    private final FileSteps steps;

    Mirror(ArchivePaths first, ArchivePaths second, FileSteps steps) {
        this.first = first;
        this.second = second;
        this.steps = steps;
    }

    /** A file that the first root does not have is left alone in the second: it may be the only one. */
    void make(String file) throws IOException {
        Path from = first.resolve(file);
        Path to = second.resolve(file);
        if (!isFile(from)) {
            if (NoteFile.isNote(file) && !Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(to);
            }
            return;
        }
        if (isFile(to) && Files.mismatch(from, to) < 0) {
            return;
        }
        if (file.endsWith(".json") && Files.size(from) <= SMALL_BYTES) {
            steps.replace(to, Files.readAllBytes(from));
            return;
        }
        String sha256 = FileHash.of(from);
        if (!FileHash.isExpected(first, file, sha256)) {
            throw new ChangedBytesException(from);
        }
        putAside(to);
        steps.copy(from, to, sha256);
    }

    /** Removes {@code from} in the second root when {@code to} has the same bytes there and the first has moved too. */
    void follow(String from, String to) throws IOException {
        Path old = second.resolve(from);
        Path now = second.resolve(to);
        boolean hasMoved = !isFile(first.resolve(from)) && isFile(first.resolve(to));
        if (hasMoved && isFile(old) && isFile(now) && (isSameSidecar(from, to) || Files.mismatch(old, now) < 0)) {
            Files.delete(old);
        }
    }

    /** A sidecar changes when its frame moves; its name stays. */
    private static boolean isSameSidecar(String from, String to) {
        return ArchivePaths.isSidecar(from)
                && ArchivePaths.isSidecar(to)
                && from.substring(from.lastIndexOf('/')).equals(to.substring(to.lastIndexOf('/')));
    }

    /** By presence and length; text files by every byte, since they change. */
    boolean looksSame(String file) throws IOException {
        Path from = first.resolve(file);
        Path to = second.resolve(file);
        if (!isFile(from)) {
            return true;
        }
        if (!isFile(to) || Files.size(from) != Files.size(to)) {
            return false;
        }
        return !file.endsWith(".json") || Files.mismatch(from, to) < 0;
    }

    /** Another file of this name is no good copy: it differs from a first one that has its hash. */
    private static void putAside(Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = to.resolveSibling(to.getFileName() + DAMAGED);
            if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(aside.toString());
            }
            Files.move(to, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
