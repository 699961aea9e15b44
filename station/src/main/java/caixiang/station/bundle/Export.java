package caixiang.station.bundle;

import caixiang.station.archive.ArchiveScan;
import caixiang.station.archive.FileHash;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.SessionRows;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packs one session: its rows and every file of it in the archive. Nothing of the archive is changed. Blocks; for a
 * command line.
 */
public final class Export {
    /** Not the notes, which are sealed with this archive's own key and are written anew where the rows arrive. */
    private static final Set<ArchiveScan.Kind> PACKED =
            EnumSet.of(ArchiveScan.Kind.ORIGINAL, ArchiveScan.Kind.SIDECAR, ArchiveScan.Kind.DERIVED);

    private final Database database;
    private final IdentityVault vault;
    private final Path archive;
    private final String station;

    public Export(Database database, IdentityVault vault, Path archive, String station) {
        this.database = database;
        this.vault = vault;
        this.archive = archive;
        this.station = station;
    }

    /**
     * What a bundle came to hold.
     *
     * @param bytes of the files before sealing
     */
    public record Packed(String bundleId, int numbers, int frames, int files, long bytes) {}

    /**
     * Writes the bundle.
     *
     * @param bundle a file that does not exist yet
     * @throws BundleException if there is no such session, a frame is not whole, or the file exists
     */
    public Packed export(String sessionId, String bundleId, Path bundle, char[] passphrase)
            throws IOException, BundleException, StoreException {
        if (Files.exists(bundle)) {
            throw new BundleException(bundle + " exists already; give another name");
        }
        Map<String, List<Map<String, Object>>> rows = rows(sessionId);
        if (rowsOf(rows, "session").isEmpty()) {
            throw new BundleException("there is no session " + sessionId + " here");
        }
        if (Files.isDirectory(archive)) {
            ArchiveScan.requireNoMoveUnderWay(archive);
        }
        List<PackedFile> files = files(sessionId);
        requireWhole(rowsOf(rows, "frame"), files);
        rows.put("person", new PlainPeople(vault).reveal(rowsOf(rows, "person")));
        var manifest =
                new Manifest(bundleId, sessionId, station, database.clock().instant(), rows, files);
        Packing.write(bundle, passphrase, manifest, archive);
        return new Packed(
                bundleId,
                rowsOf(rows, "sitting").size(),
                rowsOf(rows, "frame").size(),
                files.size(),
                files.stream().mapToLong(PackedFile::bytes).sum());
    }

    private Map<String, List<Map<String, Object>>> rows(String sessionId) throws StoreException {
        return Waiting.forResult(database.read(handle -> {
            Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
            SessionRows source = new SessionRows(handle);
            for (String table : SessionRows.TABLES) {
                rows.put(table, source.of(table, sessionId));
            }
            return rows;
        }));
    }

    private static List<Map<String, Object>> rowsOf(Map<String, List<Map<String, Object>>> rows, String table) {
        return rows.getOrDefault(table, List.of());
    }

    private List<PackedFile> files(String sessionId) throws IOException {
        List<PackedFile> files = new ArrayList<>();
        ArchiveScan.walk(archive, found -> {
            if (found.file().startsWith(sessionId + "/") && PACKED.contains(found.kind())) {
                files.add(new PackedFile(found.file(), found.bytes(), FileHash.of(archive.resolve(found.file()))));
            }
        });
        files.sort(Comparator.comparing(PackedFile::path));
        return files;
    }

    /** A frame that rotted here must be healed from its other copy first, not be carried on. */
    private static void requireWhole(List<Map<String, Object>> frames, List<PackedFile> files) throws BundleException {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach(file -> hashes.put(file.path(), file.sha256()));
        for (Map<String, Object> frame : frames) {
            String path = (String) frame.get("file");
            if (!String.valueOf(frame.get("sha256")).equals(hashes.get(path))) {
                throw new BundleException(path + " is missing or damaged; run: caixiang archive verify");
            }
        }
    }
}
