package caixiang.station.bundle;

import caixiang.station.archive.ArchivePaths;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What taking a bundle in would do.
 *
 * @param sessionId the session as it will be called here
 * @param conflicts empty when it can be taken in
 * @param fresh rows to add, by table
 * @param present rows that are here already, the same
 */
public record ImportPlan(
        String bundleId,
        String station,
        String sessionId,
        List<Conflict> conflicts,
        Map<String, List<Map<String, Object>>> fresh,
        int present,
        List<Arrival> files) {

    /**
     * A file to bring into the archive.
     *
     * @param path where it will lie, inside the archive
     * @param unpacked where it lies now
     */
    record Arrival(String path, Path unpacked, String sha256) {}

    /** A frame that is in the archive has its sidecar beside it, also after a crash. */
    List<Arrival> sidecarsFirst() {
        return files.stream()
                .sorted(Comparator.comparing(file -> !ArchivePaths.isSidecar(file.path())))
                .toList();
    }

    public int freshOf(String table) {
        return fresh.getOrDefault(table, List.of()).size();
    }
}
