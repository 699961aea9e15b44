package caixiang.station.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.JournalLink;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal in a file, and that whoever touches file or database is found. */
@Timeout(60)
final class JournalCheckTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:58.123Z");

    @TempDir
    private Path folder;

    private Path file;
    private Path files;
    private Path second;
    private Database database;
    private JournalFiles journal;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("caixiang.sqlite");
        files = folder.resolve("journal");
        second = Files.createDirectory(folder.resolve("disk2")).resolve("journal");
        open();
        for (int i = 1; i <= 6; i++) {
            append(i);
        }
        await(6);
    }

    private void open() throws Exception {
        database = Database.open(file, Clock.systemUTC());
        journal = new JournalFiles(List.of(JournalPlace.in(files), JournalPlace.in(second)), "A", database, "s");
        database.afterCommit(journal::wake);
        journal.wake();
    }

    @AfterEach
    void close() throws Exception {
        journal.close();
        database.close();
    }

    private void append(int i) throws Exception {
        JournalEntry entry = JournalEntry.of(NOVEMBER.plusSeconds(i), "s", "called")
                .number(i)
                .by("样甲子 \"A\"")
                .changed("" + (i - 1), "" + i);
        Waiting.forResult(database.write(handle -> {
            new Journal(handle).append(entry);
            return true;
        }));
    }

    /** Until both folders have so many rows. */
    private void await(int rows) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (lines(files).size() < rows || lines(second).size() < rows) {
            assertTrue(System.nanoTime() < until, "not written: " + lines(files) + lines(second));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static void awaitSetAside(Path folder) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Stream<Path> found = Files.list(folder)) {
                if (found.anyMatch(each -> each.getFileName().toString().startsWith(JournalFolder.SET_ASIDE))) {
                    return;
                }
            }
            assertTrue(System.nanoTime() < until, "not set aside: " + folder);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static List<String> lines(Path folder) throws IOException {
        try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            StringBuilder all = new StringBuilder();
            for (Path each : found.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(each));
            }
            return all.toString().lines().toList();
        }
    }

    private JournalReport check(Optional<String> onPaper) throws Exception {
        return new JournalCheck(file, List.of(files, second)).check(onPaper);
    }

    private String findings() throws Exception {
        return String.join(
                "\n",
                check(Optional.empty()).findings().stream()
                        .map(Finding::english)
                        .toList());
    }

    @Test
    void whatWasCommittedIsInBothFoldersOneFileForEachMonthAndNothingIsFound() throws Exception {
        assertEquals("", findings());
        try (Stream<Path> names = Files.list(files)) {
            assertEquals(
                    List.of("A-202611.jsonl", "A-202612.jsonl"),
                    names.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertEquals(lines(files), lines(second));
        assertTrue(
                lines(files).get(5).contains("\"by\":\"样甲子 \\\"A\\\"\""),
                lines(files).get(5));
        JournalReport report = check(Optional.empty());
        assertEquals(6, report.rows());
        assertEquals(report.lastHash(), JournalLine.decode(lines(files).get(5)).hash());
    }

    @Test
    void aFileThatIsBehindAfterACrashIsCompletedAtTheNextStart() throws Exception {
        close();
        Path december = files.resolve("A-202612.jsonl");
        String whole = Files.readString(december);
        Files.writeString(december, whole.substring(0, whole.length() - 40));
        assertTrue(findings().contains("ends with row 5, the database with row 6"), findings());

        open();
        append(7);
        await(7);

        assertEquals("", findings());
        assertTrue(Files.readString(december).startsWith(whole));
    }

    @Test
    void aClockSetBackStaysInTheLaterFile() throws Exception {
        append(-5_000_000);
        await(7);

        assertEquals("", findings());
        assertEquals(7, JournalLine.decode(lines(files).get(6)).sequence());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE journal SET number = 9 WHERE sequence = 3       | database: row 3 has been changed
            DELETE FROM journal WHERE sequence = 2                 | database: rows 2 to 2 are missing
            DELETE FROM journal WHERE sequence > 4                 | has 6 rows, the database only 4
            """)
    void whoeverChangesTheDatabaseIsFound(String tampering, String finding) throws Exception {
        tamper(tampering);

        assertTrue(findings().contains(finding), findings());
    }

    @ParameterizedTest(name = "line {0}, {1} for {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2 | "number":2      | "number":8      | row 2 has been changed
            3 | called          | cancelled       | row 3 has been changed
            4 | {"sequence":4   | {"seq":4        | line 4 of A-202611.jsonl is no row
            """)
    void whoeverChangesTheFileIsFound(int line, String before, String after, String finding) throws Exception {
        // Rows 1 and 2 are in November; so let the whole journal be in one file.
        Path november = files.resolve("A-202611.jsonl");
        List<String> all = new java.util.ArrayList<>(lines(files));
        assertTrue(all.get(line - 1).contains(before), all.get(line - 1));
        all.set(line - 1, all.get(line - 1).replace(before, after));
        Files.delete(files.resolve("A-202612.jsonl"));
        Files.writeString(november, String.join("\n", all) + "\n");

        assertTrue(findings().contains(finding), findings());
    }

    @Test
    void aLineTakenOutIsAGap() throws Exception {
        Path december = files.resolve("A-202612.jsonl");
        List<String> lines = Files.readAllLines(december);
        Files.writeString(december, String.join("\n", lines.subList(1, lines.size())) + "\n");

        assertTrue(findings().contains("rows 2 to 2 are missing"), findings());
    }

    @Test
    void bothShortenedAlikeIsFoundByTheHashOnPaper() throws Exception {
        String onPaper = check(Optional.empty()).lastHash();
        assertEquals(List.of(), check(Optional.of(onPaper)).findings());
        close();
        tamper("DELETE FROM journal WHERE sequence = 6");
        for (Path each : List.of(files, second)) {
            Path december = each.resolve("A-202612.jsonl");
            List<String> lines = Files.readAllLines(december);
            Files.writeString(december, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        }

        assertEquals("", findings(), "the chain alone cannot know");
        assertEquals(1, check(Optional.of(onPaper)).findings().size());
        assertTrue(check(Optional.of(onPaper)).findings().get(0).english().contains("written down"));
        open();
    }

    @Test
    void aFileAheadOfTheDatabaseIsSetAsideAndTheJournalSaysSo() throws Exception {
        close();
        tamper("DELETE FROM journal WHERE sequence > 4");
        String before = String.join("\n", lines(files));

        open();
        // Before that the files have more rows than are waited for.
        awaitSetAside(files);
        awaitSetAside(second);
        await(5);

        assertTrue(findings().contains("did not follow from the database once"), findings());
        try (Stream<Path> aside = Files.walk(files)) {
            Path kept = aside.filter(each -> each.toString().contains(JournalFolder.SET_ASIDE))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
            assertEquals(before, String.join("\n", lines(kept)), "nothing of it is changed");
        }
        List<JournalLink> rows = Waiting.forResult(database.read(handle -> new Journal(handle).after(4, 10)));
        assertEquals("journal-file-set-aside", rows.get(0).row().what());
    }

    @Test
    void aSecondDiskThatIsNotPluggedInIsWaitedForAndThenCompleted() throws Exception {
        close();
        Path away = folder.resolve("away");
        Files.move(second.getParent(), away);
        open();
        append(7);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (journal.broken() == 0) {
            assertTrue(System.nanoTime() < until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertTrue(Files.notExists(second.getParent()), "no folder is made where the disk was");

        Files.move(away, second.getParent());
        await(7);

        assertEquals("", findings());
    }

    @Test
    void aLineWithoutEndIsNotReadAndNotAnError() throws Exception {
        Files.writeString(
                files.resolve("A-202612.jsonl"),
                "{\"sequence\":7,\"at",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);

        assertEquals("", findings());
    }

    private void tamper(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TRIGGER journal_is_not_changed");
            sql.execute("DROP TRIGGER journal_is_not_shortened");
            assertTrue(sql.executeUpdate(statement) > 0);
        }
    }
}
