package caixiang.station.bundle;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.FileHash;
import caixiang.station.archive.Frame;
import caixiang.station.archive.Sidecar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The unpacked files with their places here. A frame, its sidecar and its row must say the same. */
final class Sidecars {
    private final Renaming renaming;
    private final Path folder;

    Sidecars(Renaming renaming, Path folder) {
        this.renaming = renaming;
        this.folder = folder;
    }

    List<ImportPlan.Arrival> arrivals(Manifest manifest, Map<String, List<Map<String, Object>>> rows)
            throws IOException, BundleException {
        RowIndex frames = new RowIndex(List.of("frame_id"), rows.getOrDefault("frame", List.of()));
        Set<String> described = new HashSet<>();
        List<ImportPlan.Arrival> arrivals = new ArrayList<>();
        for (PackedFile file : manifest.files()) {
            Path unpacked = folder.resolve(file.path());
            if (ArchivePaths.isSidecar(file.path())) {
                Frame sent = Sidecar.at(new ArchivePaths(folder), file.path());
                Frame frame = renamed(sent);
                requireSame(frame, frames, file);
                described.add(frame.frameId());
                if (!frame.equals(sent)) {
                    rewrite(unpacked, Sidecar.encode(frame));
                }
                arrivals.add(new ImportPlan.Arrival(renaming.path(file.path()), unpacked, FileHash.of(unpacked)));
            } else {
                arrivals.add(new ImportPlan.Arrival(renaming.path(file.path()), unpacked, file.sha256()));
            }
        }
        for (Map<String, Object> row : rows.getOrDefault("frame", List.of())) {
            if (!described.contains(String.valueOf(row.get("frame_id")))) {
                throw new BundleException("frame " + row.get("frame_id") + " has no sidecar in the bundle");
            }
        }
        return arrivals;
    }

    private static void rewrite(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void requireSame(Frame frame, RowIndex rows, PackedFile file) throws BundleException {
        boolean same = rows.find(Map.of("frame_id", frame.frameId()))
                .filter(row -> frame.sha256().equals(row.get("sha256")))
                .filter(row -> frame.file().equals(row.get("file")))
                .filter(row -> frame.sessionId().equals(row.get("session_id")))
                .filter(row -> Objects.equals(
                        row.get("number"),
                        frame.number().isPresent() ? (long) frame.number().getAsInt() : null))
                .isPresent();
        if (!same) {
            throw new BundleException(
                    file.path() + " contradicts the rows of the bundle; at the place it came from run:"
                            + " caixiang archive verify, and export again");
        }
    }

    private Frame renamed(Frame frame) {
        return frame.inSession(renaming.path(frame.sessionId() + "/").replace("/", ""), renaming::path);
    }
}
