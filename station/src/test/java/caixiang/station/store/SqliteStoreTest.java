package caixiang.station.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every table in SQLite. */
@Timeout(60)
final class SqliteStoreTest implements QueueTablesContract, FrameTablesContract {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("caixiang.sqlite"), Clock.systemUTC());
        StoreContract.openSession(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public Transactor database() {
        return database;
    }
}
