package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");

    @TempDir
    private Path folder;

    private Path file;
    private Database database;

    @BeforeEach
    void open() throws StoreException {
        file = folder.resolve("caixiang.sqlite");
        database = Database.open(file, Clock.systemUTC());
        for (int i = 1; i <= 5; i++) {
            JournalEntry entry =
                    JournalEntry.of(NOW.plusSeconds(i), "a", "called").number(i).with("ended", "" + (i - 1));
            Waiting.forResult(database.write(handle -> {
                new Journal(handle).append(entry);
                return true;
            }));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUntouchedChainHolds() throws StoreException {
        assertEquals(OptionalLong.empty(), firstBroken());
        List<JournalRow> newest = Waiting.forResult(database.read(handle -> new Journal(handle).newest("a", 2)));
        assertEquals(List.of(5L, 4L), newest.stream().map(JournalRow::sequence).toList());
        assertEquals("{\"ended\":\"4\"}", newest.get(0).detail());
        assertEquals(NOW.plusSeconds(5), newest.get(0).at());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE journal SET number = 9 WHERE sequence = 3                | 3
            UPDATE journal SET at = at + 1 WHERE sequence = 3               | 3
            UPDATE journal SET what = 'checked-in' WHERE sequence = 1       | 1
            UPDATE journal SET detail = '{}' WHERE sequence = 5             | 5
            DELETE FROM journal WHERE sequence = 2                          | 2
            DELETE FROM journal WHERE sequence = 1                          | 1
            UPDATE journal SET sequence = 7 WHERE sequence = 5              | 5
            """)
    void whoeverChangesTheFileItselfIsFound(String tampering, long firstBroken) throws Exception {
        withoutTriggers(tampering);

        assertEquals(OptionalLong.of(firstBroken), firstBroken());
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrShortenTheJournal() {
        for (String statement : List.of("UPDATE journal SET number = 9", "DELETE FROM journal")) {
            StoreException refused = assertThrows(
                    StoreException.class, () -> Waiting.forResult(database.write(handle -> handle.execute(statement))));
            assertEquals(true, message(refused).contains("append-only"), message(refused));
        }
    }

    private OptionalLong firstBroken() throws StoreException {
        return Waiting.forResult(database.read(handle -> new Journal(handle).firstBroken()));
    }

    private void withoutTriggers(String tampering) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER journal_is_not_changed");
            statement.execute("DROP TRIGGER journal_is_not_shortened");
            assertEquals(1, statement.executeUpdate(tampering));
        }
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
