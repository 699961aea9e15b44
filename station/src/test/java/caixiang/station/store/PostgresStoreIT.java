package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every table in PostgreSQL. */
@Timeout(120)
final class PostgresStoreIT implements QueueTablesContract, FrameTablesContract {
    private static PostgresServer server;
    private static SharedAddress migrated;

    private SharedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        migrated = server.newDatabase();
        try (SharedDatabase first = SharedDatabase.at(migrated, Clock.systemUTC())) {
            first.migrate();
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = SharedDatabase.at(server.copyOf(migrated), Clock.systemUTC());
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

    @Test
    void theJournalsOfSeveralStationsLieSideBySideAndNobodyEmptiesThem() throws StoreException {
        for (String station : List.of("A", "B")) {
            change(handle -> handle.execute("INSERT INTO journal (station, sequence, at, session_id, what, detail,"
                    + " previous_hash, hash) VALUES ('" + station + "', 1, 0, 'day', 'called', '{}', '', '')"));
        }
        int rows = read(handle -> handle.createQuery("SELECT count(*) FROM journal")
                .mapTo(Integer.class)
                .one());
        assertEquals(2, rows);
        assertThrows(StoreException.class, () -> change(handle -> handle.execute("TRUNCATE journal")));
    }
}
