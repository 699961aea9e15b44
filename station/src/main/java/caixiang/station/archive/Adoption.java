package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Brings files of another archive into this one, where no station is at work. What lies here is never replaced. */
public final class Adoption {
    private final FrameArchive archive;
    private final FileSteps steps = new DiskSteps();

    public Adoption(FrameArchive archive) {
        this.archive = archive;
    }

    /** The hash of what lies in this place, if it is something else. */
    public Optional<String> other(String file, String sha256) throws IOException {
        Path place = archive.paths().resolve(file);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        return Optional.of(FileHash.of(place)).filter(here -> !here.equals(sha256));
    }

    /**
     * Moves a synced file to its place, and a copy to the second root if its disk is ready. Does nothing when it is there.
     *
     * @param file inside the archive, with {@code /}
     * @param sha256 lower-case hex
     */
    public void adopt(String file, Path from, String sha256) throws ArchiveException {
        try {
            Path place = archive.paths().resolve(file);
            if (Files.exists(place) && other(file, sha256).isEmpty()) {
                return;
            }
            archive.onSecond(copy -> {
                if (!Files.exists(copy.resolve(file))) {
                    steps.copy(from, copy.resolve(file), sha256);
                }
            });
            steps.move(from, place, sha256);
        } catch (IOException e) {
            throw new ArchiveException(file + " could not be brought into the archive", e);
        }
    }
}
