package caixiang.station.rebuild;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchiveScan;
import caixiang.station.store.Database;
import caixiang.station.store.DueNotes;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Makes a database from the notes and sidecars of an archive, which it only reads. The file gets its name when it is
 * finished, so that a rebuild that was interrupted leaves none. Blocks; for the start, and for the command line.
 */
public final class Rebuild {
    private static final int BATCH = 2_000;
    private static final List<String> BEFORE_FRAMES = List.of("session", "sitting", "shot");
    private static final List<String> AFTER_FRAMES = List.of("portrait", "sheet");

    private final ArchivePaths archive;
    private final Optional<IdentityVault> vault;
    private final Clock clock;
    private final RebuildReport report = new RebuildReport();

    /** @param vault without it numbers stay without their names */
    public Rebuild(Path archive, Optional<IdentityVault> vault, Clock clock) {
        this.archive = new ArchivePaths(archive);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Makes the database.
     *
     * @param databaseFile must not be there yet
     * @throws IOException if the archive cannot be read was laid out by a newer program, or has a move unfinished
     */
    public RebuildReport into(Path databaseFile) throws IOException, StoreException {
        if (Files.exists(databaseFile)) {
            throw new FileAlreadyExistsException(databaseFile + " is there already; nothing is overwritten");
        }
        ArchiveScan.requireKnownLayout(archive.root());
        ArchiveScan.requireNoMoveUnderWay(archive.root());
        ArchiveFiles files = ArchiveFiles.in(archive.root());
        Path making = databaseFile.resolveSibling(databaseFile.getFileName() + ".rebuilding");
        remove(making);
        try (Database database = Database.open(making, clock)) {
            fill(database, files);
        }
        Files.move(making, databaseFile, StandardCopyOption.ATOMIC_MOVE);
        remove(making);
        return report;
    }

    private void fill(Database database, ArchiveFiles files) throws StoreException {
        files.strangers().forEach(report::refused);
        for (String table : BEFORE_FRAMES) {
            inBatches(database, files.notesOf(table), (maker, note) -> maker.note(note, table));
        }
        inBatches(database, files.sidecars(), (maker, sidecar) -> maker.frame(sidecar, files));
        for (String table : AFTER_FRAMES) {
            inBatches(database, files.notesOf(table), (maker, note) -> maker.note(note, table));
        }
        Waiting.forResult(database.write(handle -> {
            // The notes are what the rows were made from; making the rows made every one of them due again.
            new DueNotes(handle).clear();
            new MissingCopies(handle).clear();
            Optional<String> newest = handle.createQuery("SELECT max(session_id) FROM session")
                    .mapTo(String.class)
                    .findOne();
            newest.ifPresent(session -> new Journal(handle)
                    .append(JournalEntry.of(clock.instant(), session, "database-rebuilt")
                            .with("frames", "" + report.rows("frame"))
                            .with("sittings", "" + report.rows("sitting"))
                            .with("refused", "" + report.refusedCount())
                            .with("names-unknown", "" + report.namesUnknown())));
            return true;
        }));
    }

    private void inBatches(Database database, List<String> files, BiConsumer<RowMaker, String> work)
            throws StoreException {
        for (int from = 0; from < files.size(); from += BATCH) {
            List<String> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            Waiting.forResult(database.write(handle -> {
                RowMaker maker = new RowMaker(handle, archive, vault, report);
                batch.forEach(file -> work.accept(maker, file));
                return true;
            }));
        }
    }

    private static void remove(Path database) throws IOException {
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + end));
        }
    }
}
