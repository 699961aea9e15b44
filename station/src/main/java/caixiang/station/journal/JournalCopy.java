package caixiang.station.journal;

import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.JournalLink;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one folder's files up to the database, row by row. A folder whose newest row the database does not have, or has
 * otherwise, is a finding: its files are set aside, never changed, and the journal is written anew beside them. Confined
 * to the thread {@code journal-file}, except {@link #isBroken}.
 */
final class JournalCopy {
    private static final Logger log = LoggerFactory.getLogger(JournalCopy.class);
    private static final int ROWS_MAX = 500;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final JournalFolder folder;
    private final Database database;
    private final String sessionId;
    private Optional<JournalLink> onFile = Optional.empty();
    private boolean isCompared;
    private volatile boolean isBroken;

    JournalCopy(JournalFolder folder, Database database, String sessionId) {
        this.folder = folder;
        this.database = database;
        this.sessionId = sessionId;
    }

    /** The last attempt failed; rows of the database may be missing here. */
    boolean isBroken() {
        return isBroken;
    }

    /** Writes what is missing; true if there may be more. */
    boolean continueFile() throws StoreException {
        try {
            Optional<JournalLink> last = onFile();
            long sequence = last.map(JournalLink::sequence).orElse(0L);
            List<JournalLink> rows =
                    Waiting.forResult(database.read(handle -> new Journal(handle).after(sequence, ROWS_MAX)));
            if (!rows.isEmpty()) {
                isCompared = false;
                folder.open();
                folder.append(rows, last);
                onFile = Optional.of(rows.get(rows.size() - 1));
                isCompared = true;
            }
            isBroken = false;
            return rows.size() == ROWS_MAX;
        } catch (IOException e) {
            isBroken = true;
            throw new StoreException(
                    StoreException.Fault.FAILED, "the journal cannot be written to " + folder.folder() + ": " + e, e);
        }
    }

    private Optional<JournalLink> onFile() throws IOException, StoreException {
        if (!isCompared) {
            folder.open();
            onFile = compared(lastOnFile());
            isCompared = true;
        }
        return onFile;
    }

    private Optional<JournalLink> lastOnFile() throws IOException {
        try {
            return folder.last();
        } catch (IOException damaged) {
            if (folder.files().isEmpty()) {
                throw damaged;
            }
            // The lines are kept as they are; the check says which of them cannot be read.
            return Optional.of(JournalDamage.LINK);
        }
    }

    private Optional<JournalLink> compared(Optional<JournalLink> last) throws IOException, StoreException {
        if (last.isEmpty()) {
            return last;
        }
        long sequence = last.get().sequence();
        Optional<JournalLink> known = Waiting.forResult(database.read(handle -> new Journal(handle).find(sequence)));
        if (known.map(JournalLink::hash).equals(last.map(JournalLink::hash))) {
            return last;
        }
        Instant now = database.clock().instant();
        String where = folder.setAside(NAME.format(now)).toString();
        log.error("the journal's file does not follow from the database and was set aside in {}", where);
        Waiting.forResult(database.write(handle -> {
            new Journal(handle)
                    .append(JournalEntry.of(now, sessionId, "journal-file-set-aside")
                            .with("folder", where)
                            .with("sequence", String.valueOf(sequence))
                            .with("hash", last.get().hash()));
            return true;
        }));
        return Optional.empty();
    }
}
