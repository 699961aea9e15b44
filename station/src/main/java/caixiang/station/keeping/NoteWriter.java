package caixiang.station.keeping;

import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.NoteFile;
import caixiang.station.store.Database;
import caixiang.station.store.DueNotes;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.NotedRows;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the notes that have become due: a row of the database as a file of the archive. Nothing is held in memory, so a
 * restart goes on where this one ended. Confined to the keeper's thread.
 */
final class NoteWriter {
    private static final Logger log = LoggerFactory.getLogger(NoteWriter.class);
    private static final int ROUND_MAX = 200;

    private final Database database;
    private final FrameArchive archive;
    private final IdentityVault vault;

    NoteWriter(Database database, FrameArchive archive, IdentityVault vault) {
        this.database = database;
        this.archive = archive;
        this.vault = vault;
    }

    private record Due(DueNotes.Row row, Optional<NoteFile> note) {}

    /** Writes some of them; true when there may be more. */
    boolean writeSome() throws StoreException, IOException {
        List<Due> due = Waiting.forResult(database.read(handle -> {
            NotedRows rows = new NotedRows(handle);
            return new DueNotes(handle)
                    .next(ROUND_MAX).stream()
                            .map(row -> new Due(row, rows.note(row, vault)))
                            .toList();
        }));
        if (due.isEmpty()) {
            return false;
        }
        List<DueNotes.Row> written = new ArrayList<>();
        for (Due each : due) {
            write(each);
            written.add(each.row());
        }
        boolean isCopied = archive.second().isPresent();
        Waiting.forResult(database.write(handle -> {
            DueNotes notes = new DueNotes(handle);
            MissingCopies copies = new MissingCopies(handle);
            for (DueNotes.Row row : written) {
                notes.written(row);
                if (isCopied) {
                    copies.add(row.file(), database.clock().instant());
                }
            }
            return true;
        }));
        return due.size() == ROUND_MAX;
    }

    private void write(Due due) throws IOException {
        if (due.note().isPresent()) {
            archive.writeNote(
                    due.row().file(), keepingSecret(due.row().file(), due.note().get()));
        } else {
            archive.removeNote(due.row().file());
        }
    }

    /**
     * A database that was made again without the identity key does not know the names. The note there still has them,
     * for whoever finds the key.
     */
    private NoteFile keepingSecret(String file, NoteFile note) {
        try {
            Optional<NoteFile> there = archive.readNote(file);
            boolean isOpenToUs = there.isEmpty()
                    || there.get().sealed().isEmpty()
                    || NotedRows.unseal(vault, there.get(), file).isPresent();
            return isOpenToUs
                    ? note
                    : new NoteFile(note.table(), note.row(), there.get().sealed());
        } catch (IOException e) {
            log.warn("a damaged note is written anew: {}", e.getMessage());
            return note;
        }
    }
}
