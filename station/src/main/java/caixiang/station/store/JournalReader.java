package caixiang.station.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The journal of a database that is only looked at: beside a running station, or in a copy. Nothing is changed and no
 * table brought up to date. Confined to one thread.
 */
public final class JournalReader implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Path file;
    private final Handle handle;

    private JournalReader(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
    }

    /**
     * Opens a database that exists.
     *
     * @throws StoreException if there is none, or it cannot be read; the message says what to do
     */
    public static JournalReader open(Path file) throws StoreException {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(StoreException.Fault.FAILED, "there is no database " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            return new JournalReader(file, Jdbi.create(source).open());
        } catch (JdbiException e) {
            throw unreadable(file, e);
        }
    }

    /** The rows after this one, oldest first; empty at the end. */
    public List<JournalLink> after(long sequence, int limit) throws StoreException {
        try {
            return new Journal(handle).after(sequence, limit);
        } catch (JdbiException e) {
            throw unreadable(file, e);
        }
    }

    private static StoreException unreadable(Path file, JdbiException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StoreException(
                StoreException.Fault.FAILED,
                "the database " + file + " cannot be read: " + cause.getMessage()
                        + "; copy its folder to where you may write and look at the copy",
                e);
    }

    @Override
    public void close() {
        handle.close();
    }
}
