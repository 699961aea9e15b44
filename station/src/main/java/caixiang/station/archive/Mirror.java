package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

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
        if (hasMoved && isFile(old) && isFile(now) && (isMadeAnew(from, to) || Files.mismatch(old, now) < 0)) {
            Files.delete(old);
        }
    }

    /** A sidecar changes when its frame moves, a portrait may be cut anew; the name stays. */
    private static boolean isMadeAnew(String from, String to) {
        return !ArchivePaths.isOriginal(from)
                && ArchivePaths.frameIdOf(from).isPresent()
                && from.substring(from.lastIndexOf('/')).equals(to.substring(to.lastIndexOf('/')));
    }

    /** The folders of numbers in the second root, as {@code session/number}. */
    List<String> folders() throws IOException {
        List<String> folders = new ArrayList<>();
        try (DirectoryStream<Path> sessions = Files.newDirectoryStream(second.root(), Files::isDirectory)) {
            for (Path session : sessions) {
                try (DirectoryStream<Path> numbers = Files.newDirectoryStream(session, Files::isDirectory)) {
                    numbers.forEach(number ->
                            folders.add(second.root().relativize(number).toString()));
                }
            }
        }
        return folders;
    }

    /**
     * Files of frames that lie in this folder of the second root and not in the first. Also removes the rests of files
     * that were being written there when the program ended.
     */
    List<String> leftBehind(String folder) throws IOException {
        List<String> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(second.resolve(folder))) {
            for (Path path : files) {
                String file = folder + "/" + path.getFileName();
                if (file.endsWith(DiskSteps.HALF) && isFile(path)) {
                    Files.deleteIfExists(path);
                } else if (ArchivePaths.frameIdOf(file).isPresent() && !isFile(first.resolve(file))) {
                    left.add(file);
                }
            }
        }
        return left;
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
