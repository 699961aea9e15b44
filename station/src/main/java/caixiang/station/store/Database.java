package caixiang.station.store;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The station's SQLite database. May be used from any thread: all writing happens on one owner thread named
 * {@code store}, all reading on a small pool. A commit is on the disk (WAL, {@code synchronous=FULL}) before its stage
 * completes. Stages complete on the database's threads, so a receiver goes home before it touches its state.
 */
public final class Database implements Transactor, AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final int WAITING_MAX = 64;
    private static final int READERS = 2;

    private final Clock clock;
    private final Lane writer;
    private final Lane readers;
    private volatile Runnable afterCommit = () -> {};
    private final GroupCommit together = new GroupCommit(() -> afterCommit.run(), Database::told);

    private Database(Clock clock, Lane writer, Lane readers) {
        this.clock = clock;
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens the file, makes it if need be, and brings its tables up to date. Blocks; for the start only. */
    public static Database open(Path file, Clock clock) throws StoreException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            SQLiteDataSource source = source(file);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/common", "classpath:db/sqlite")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            Jdbi jdbi = Jdbi.create(source);
            Lane writer = new Lane("store", 1, WAITING_MAX, Handles.ownedByThread(jdbi::open));
            Lane readers = new Lane("store-read", READERS, WAITING_MAX, Handles.ownedByThread(() -> openReader(jdbi)));
            return new Database(clock, writer, readers);
        } catch (IOException | FlywayException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "the database " + file + " cannot be opened: " + e.getMessage()
                            + "; check that its folder can be written and is not a network share",
                    e);
        }
    }

    static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // A transaction that reads first and writes later would otherwise fail with SQLITE_BUSY_SNAPSHOT.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static Handle openReader(Jdbi jdbi) {
        Handle handle = jdbi.open();
        handle.execute("PRAGMA query_only = true");
        return handle;
    }

    /** Calls this on the owner thread after each commit; it returns at once and does not throw. For the start only. */
    public void afterCommit(Runnable listener) {
        afterCommit = listener;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /** On the owner thread; what waits there together is committed together. */
    @Override
    public <T> CompletionStage<T> write(Work<T> work) {
        return writer.submitTogether(together, work);
    }

    /** Several steps on the owner thread, one after the other, with nothing of anyone else in between. */
    @CheckReturnValue
    public <T> CompletionStage<T> inOrder(Task<T> task) {
        return writer.submit(handle -> task.run(new Transactions() {
            @Override
            public <R> R commit(Work<R> work) throws Exception {
                return transact(handle, work);
            }
        }));
    }

    @Override
    public <T> CompletionStage<T> read(Work<T> work) {
        return readers.submit(handle -> {
            try {
                return work.run(handle);
            } catch (JdbiException e) {
                throw explain(e);
            }
        });
    }

    /** Finishes what is waiting, then closes. Blocks for a few seconds at most. */
    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private <T> T transact(Handle handle, Work<T> work) throws Exception {
        try {
            T result = Transaction.run(handle, work);
            afterCommit.run();
            return result;
        } catch (JdbiException e) {
            throw explain(e);
        }
    }

    private static Throwable told(Throwable failure) {
        return failure instanceof JdbiException e ? explain(e) : failure;
    }

    private static StoreException explain(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
                return new StoreException(StoreException.Fault.DISK_FULL, "the database's disk is full", e);
            }
            if (cause instanceof SQLException sql) {
                return new StoreException(StoreException.Fault.FAILED, "the database failed: " + sql.getMessage(), e);
            }
        }
        return new StoreException(StoreException.Fault.FAILED, "the database failed: " + e.getMessage(), e);
    }
}
