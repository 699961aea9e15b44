package caixiang.station.archive.check;

import caixiang.station.archive.FileHash;
import caixiang.station.archive.check.Finding.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Compares single files with what they should be. Used by several threads. */
final class Judge {
    private final AtomicLong filesRead = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();

    /** What is wrong with the file; empty when it has all its bytes. */
    Optional<Fault> fault(Path file, String sha256, long bytes) {
        try {
            if (Files.isSymbolicLink(file)) {
                return Optional.of(Fault.LINK);
            }
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(Fault.MISSING);
            }
            if (Files.size(file) != bytes) {
                return Optional.of(Fault.WRONG_LENGTH);
            }
            String found = FileHash.of(file);
            read(bytes);
            return found.equals(sha256) ? Optional.empty() : Optional.of(Fault.WRONG_HASH);
        } catch (NoSuchFileException e) {
            return Optional.of(Fault.MISSING);
        } catch (IOException e) {
            return Optional.of(Fault.UNREADABLE);
        }
    }

    void read(long bytes) {
        filesRead.incrementAndGet();
        bytesRead.addAndGet(bytes);
    }

    long filesRead() {
        return filesRead.get();
    }

    long bytesRead() {
        return bytesRead.get();
    }
}
