package caixiang.station.bundle;

import caixiang.station.archive.Adoption;
import caixiang.station.archive.ArchiveException;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.SessionRows;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes a session from a bundle into this archive, whole or not at all. What contradicts what is here is listed, and then
 * nothing is taken in: which of the two is right is for a person to say. Blocks; for a command line, while no station
 * works on the data folder.
 */
public final class Import {
    private final Database database;
    private final IdentityVault vault;
    private final Adoption archive;

    public Import(Database database, IdentityVault vault, Adoption archive) {
        this.database = database;
        this.vault = vault;
        this.archive = archive;
    }

    /**
     * Unpacks and proves the bundle, and compares it with what is here. Changes nothing but the working folder.
     *
     * @param work an empty folder on the archive's disk
     * @param as the session's id here, where it is to have another one
     */
    public ImportPlan plan(Path bundle, char[] passphrase, Path work, Optional<String> as)
            throws IOException, BundleException, StoreException {
        Manifest manifest = Unpacking.unpack(bundle, passphrase, work);
        requireTables(manifest);
        Renaming renaming = new Renaming(manifest.sessionId(), as.orElse(manifest.sessionId()));
        Map<String, List<Map<String, Object>>> rows = renaming.rows(manifest.rows());
        rows.put("person", new PlainPeople(vault).protect(rows.getOrDefault("person", List.of())));
        Comparison comparison =
                Waiting.forResult(database.read(handle -> compare(handle, rows, as.orElse(manifest.sessionId()))));
        List<ImportPlan.Arrival> files = new Sidecars(renaming, work).arrivals(manifest, rows);
        List<Conflict> conflicts = new ArrayList<>(comparison.conflicts());
        for (ImportPlan.Arrival file : files) {
            archive.other(file.path(), file.sha256())
                    .ifPresent(here -> conflicts.add(new Conflict("file", file.path(), here, file.sha256())));
        }
        return new ImportPlan(
                manifest.bundleId(),
                manifest.station(),
                as.orElse(manifest.sessionId()),
                List.copyOf(conflicts),
                comparison.fresh(),
                comparison.present(),
                files);
    }

    private static void requireTables(Manifest manifest) throws BundleException {
        for (String table : manifest.rows().keySet()) {
            if (!SessionRows.TABLES.contains(table)) {
                throw new BundleException("the bundle was made by a newer program: it has rows of " + table);
            }
        }
        if (manifest.rows().getOrDefault("session", List.of()).size() != 1) {
            throw new BundleException("the bundle does not hold exactly one session");
        }
    }

    private static Comparison compare(Handle handle, Map<String, List<Map<String, Object>>> rows, String sessionId)
            throws BundleException {
        SessionRows here = new SessionRows(handle);
        SamePeople.match(rows, here.of("person", sessionId));
        Comparison comparison = new Comparison();
        for (String table : SessionRows.TABLES) {
            List<Map<String, Object>> incoming = rows.getOrDefault(table, List.of());
            requireColumns(table, incoming, here);
            String name = Comparison.uniqueKeys(table)
                    .get(0)
                    .get(Comparison.uniqueKeys(table).get(0).size() - 1);
            List<Map<String, Object>> existing = new ArrayList<>(here.of(table, sessionId));
            if (!table.equals("sitting")) {
                // The same thing may have come in under another session's id.
                existing.addAll(here.having(
                        table, name, incoming.stream().map(row -> row.get(name)).toList()));
            }
            comparison.compare(table, incoming, existing);
        }
        return comparison;
    }

    private static void requireColumns(String table, List<Map<String, Object>> rows, SessionRows here)
            throws BundleException {
        for (Map<String, Object> row : rows) {
            if (!here.columns(table).containsAll(row.keySet())) {
                throw new BundleException("the bundle was made by a newer program; install that version here first");
            }
        }
    }

    /**
     * Takes the session in: first the files, each on the disk before the next, then all rows in one commit. Begun again
     * after a crash, it goes on where it was.
     *
     * @param by who does it, for the journal
     */
    public void apply(ImportPlan plan, String by) throws ArchiveException, BundleException, StoreException {
        if (!plan.conflicts().isEmpty()) {
            throw new BundleException("there are conflicts; nothing was taken in");
        }
        for (ImportPlan.Arrival file : plan.sidecarsFirst()) {
            archive.adopt(file.path(), file.unpacked(), file.sha256());
        }
        Waiting.forResult(database.write(handle -> record(handle, plan, by)));
    }

    private boolean record(Handle handle, ImportPlan plan, String by) {
        SessionRows rows = new SessionRows(handle);
        plan.fresh().forEach((table, fresh) -> fresh.forEach(row -> rows.insert(table, row)));
        Instant now = database.clock().instant();
        new Journal(handle)
                .append(JournalEntry.of(now, plan.sessionId(), "session-imported")
                        .with("bundle", plan.bundleId())
                        .with("station", plan.station())
                        .with("by", by)
                        .with("frames", String.valueOf(plan.freshOf("frame")))
                        .with("sittings", String.valueOf(plan.freshOf("sitting")))
                        .with("present", String.valueOf(plan.present())));
        return true;
    }
}
