package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.journal.JournalFiles;
import caixiang.station.journal.JournalPlace;
import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code station journal verify}: its words and its exit status. */
@Timeout(60)
final class JournalCommandTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path line;

    @BeforeEach
    void write() throws Exception {
        line = data.resolve("journal/A-202611.jsonl");
        try (Database database = Database.open(data.resolve("db/caixiang.sqlite"), Clock.systemUTC());
                JournalFiles files =
                        new JournalFiles(List.of(JournalPlace.in(data.resolve("journal"))), "A", database, "s")) {
            for (int i = 0; i < 3; i++) {
                Waiting.forResult(database.write(handle -> {
                    new Journal(handle).append(JournalEntry.of(Instant.parse("2026-11-22T08:00:00Z"), "s", "called"));
                    return true;
                }));
            }
            files.wake();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (lines() < 3) {
                assertTrue(System.nanoTime() < until, "the file is not written");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    private long lines() throws IOException {
        return Files.exists(line) ? Files.readString(line).lines().count() : 0;
    }

    @Test
    void anUntouchedJournalIsWholeAndTellsItsLastHash() throws Exception {
        assertEquals(JournalCommand.FINE, verify());
        String hash = said().replaceAll("(?s).*last hash ([0-9a-f]{64}).*", "$1");
        assertTrue(Files.readString(line).contains(hash), said());
        assertEquals(JournalCommand.FINE, verify("--last", hash.substring(0, 16)));
        assertEquals(JournalCommand.FOUND, verify("--last", "0123456789abcdef"));
    }

    @Test
    void aChangedLineIsNamedInBothLanguages() throws Exception {
        List<String> all = Files.readAllLines(line);
        all.set(1, all.get(1).replace("called", "cancelled"));
        Files.write(line, all);

        assertEquals(JournalCommand.FOUND, verify());
        assertTrue(said().contains("第 2 行被改动过") && said().contains("row 2 has been changed"), said());
    }

    @Test
    void whatCannotBeReadOrUnderstoodHasAStatusOfItsOwn() {
        assertEquals(JournalCommand.UNREADABLE, run("journal", "verify", "--data", data + "/none"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("there is no database"),
                err.toString(StandardCharsets.UTF_8));
        assertEquals(JournalCommand.USAGE_ERROR, run("journal"));
        assertEquals(JournalCommand.USAGE_ERROR, verify("--last", "short"));
        assertEquals(JournalCommand.USAGE_ERROR, verify("--force", "yes"));
    }

    private int verify(String... more) {
        return run(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("journal", "verify", "--data", data.toString()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... words) {
        out.reset();
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemUTC())
                .run(List.of(words));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
