package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Portraits and sheets in the archive: made from frames, and made again when need be. Safe for several threads. */
public final class DerivedFiles {
    private final ArchivePaths paths;
    private final FileSteps steps = new DiskSteps();

    public DerivedFiles(ArchivePaths paths) {
        this.paths = paths;
    }

    /** Writes the file, whole and synced with its folder, in place of an earlier attempt. */
    public void write(String file, byte[] content) throws IOException {
        Path target = paths.resolve(file);
        Files.deleteIfExists(target);
        steps.write(target, content);
    }

    public Path resolve(String file) {
        return paths.resolve(file);
    }
}
