package caixiang.sim.rehearsal.verdict;

import caixiang.sim.rehearsal.link.RehearsalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What lies in the simulated printer's output folder. */
public final class PrintedPaper {
    private final Path folder;

    public PrintedPaper(Path folder) {
        this.folder = folder;
    }

    /** Whether the printer received exactly this document, under whatever name it gave it. */
    boolean holds(byte[] document) throws RehearsalException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> candidates = files.filter(Files::isRegularFile).toList();
            for (Path candidate : candidates) {
                if (Files.size(candidate) == document.length
                        && Arrays.equals(Files.readAllBytes(candidate), document)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            throw new RehearsalException("cannot read the printer's folder " + folder, e);
        }
    }
}
