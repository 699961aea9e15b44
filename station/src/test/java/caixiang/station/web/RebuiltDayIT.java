package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.rebuild.Rebuild;
import caixiang.station.rebuild.RebuildReport;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A day is played, its database thrown away and made again from the archive; the two are compared row by row. */
@Timeout(120)
final class RebuiltDayIT {
    /** The columns that make a row's place in its table, and those that only the lost database knew. */
    private static final Map<String, String> COMPARED = new TreeMap<>(Map.of(
            "session", "",
            "sitting", "",
            "shot", "",
            "frame", "filed_at",
            "portrait", "",
            "sheet", ""));

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    /** Played once; each test has the whole day in a folder of its own. */
    @BeforeAll
    static void playADay() throws Exception {
        try (TestStation station = new TestStation(shared)) {
            station.checkIn("20260001", "request-1");
            station.checkIn("20260002", "request-2");
            assertEquals(200, station.press("press-0001").statusCode());
            assertEquals(200, station.press("press-0002").statusCode());
            station.post("/api/queue/next", new JsonObject());
            assertEquals(200, station.press("press-0003").statusCode());
            station.post("/api/queue/next", new JsonObject());
            assertEquals(409, station.press("press-0004").statusCode(), "a refused press is a row too");
            awaitNotes();
        }
    }

    @BeforeEach
    void copyTheDay() throws Exception {
        try (Stream<Path> files = Files.walk(shared)) {
            for (Path file : files.filter(path -> !path.equals(shared)).toList()) {
                Files.copy(file, folder.resolve(shared.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Path lost() {
        return folder.resolve("data/db/caixiang.sqlite");
    }

    @Test
    void theRebuiltDatabaseIsTheOneThatWasLost() throws Exception {
        Path lost = lost();
        Map<String, Long> archiveBefore = archive();

        Path again = folder.resolve("again/db/caixiang.sqlite");
        RebuildReport report = rebuild(again, key());

        assertEquals(List.of(), report.refused());
        assertTrue(report.isComplete(), () -> String.join("\n", report.lines()));
        for (Map.Entry<String, String> table : COMPARED.entrySet()) {
            List<Map<String, Object>> rows = rows(lost, table.getKey(), table.getValue());
            assertFalse(rows.isEmpty(), table.getKey() + " was compared with nothing");
            assertEquals(rows, rows(again, table.getKey(), table.getValue()), table.getKey());
        }
        String holders = "person WHERE person_id IN (SELECT person_id FROM sitting)";
        assertEquals(rows(lost, holders, ""), rows(again, holders, ""), "who holds the numbers");
        assertEquals(archiveBefore, archive(), "the archive is only read");
    }

    @Test
    void withoutTheKeyTheNumbersRemainAndTheNamesAreSaidToBeUnknown() throws Exception {
        Path lost = lost();
        Path again = folder.resolve("again/db/caixiang.sqlite");

        RebuildReport report = rebuild(again, Optional.empty());

        assertEquals(2, report.namesUnknown());
        assertTrue(String.join("\n", report.lines()).contains("the names of 2 numbers"));
        assertEquals(rows(lost, "sitting", ""), rows(again, "sitting", ""));
        assertFalse(rows(again, "person", "").toString().contains("样"), "no name without the key");
    }

    @Test
    void noNameAndNoStudentNumberStandsInTheArchive() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("data/archive"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("样甲子") || text.contains("20260001"), () -> file + ": " + text);
            }
        }
    }

    @Test
    void whatIsNoNoteOrASidecarFromElsewhereIsRefusedByNameAndTheRestIsMade() throws Exception {
        Path archive = folder.resolve("data/archive");
        Path inArchive = archive.relativize(sittings().get(0));
        Path number = archive.resolve(inArchive.subpath(0, 2));
        String session = inArchive.getName(0).toString();
        Files.createDirectories(archive.resolve(session + "/0099"));
        Files.copy(sittings().get(0), archive.resolve(session + "/0099/sitting.json"));
        Path sidecar = sidecars(number).get(0);
        String id = "0193519a-0000-7000-8000-00000000000";
        Files.writeString(number.resolve(id + "1.json"), "{\"version\":2,\"frameId\":");
        Files.writeString(number.resolve(id + "2.json"), "{\"version\":9}");
        Files.writeString(number.resolve(id + "3.json"), "x".repeat(100_000));
        Files.writeString(
                number.resolve(id + "4.json"),
                Files.readString(sidecar)
                        .replaceAll("\"frameId\" : \"[^\"]*\"", "\"frameId\" : \"" + id + "4\"")
                        .replaceAll("\"file\" : \"[^\"]*\"", "\"file\" : \"../../etc/passwd\""));
        Files.createSymbolicLink(number.resolve(id + "5.json"), sidecar);

        RebuildReport report = rebuild(folder.resolve("again/db/caixiang.sqlite"), key());

        String refused = String.join("\n", report.refused());
        assertEquals(6, report.refusedCount(), refused);
        assertTrue(refused.contains("only half of one"), refused);
        assertTrue(refused.contains("made by a newer program"), refused);
        assertTrue(refused.contains("too long"), refused);
        assertTrue(refused.contains("file is not the name of this frame's file"), refused);
        assertTrue(refused.contains("links are not followed"), refused);
        assertTrue(refused.contains("0099/sitting.json is not the note of this place"), refused);
        assertEquals(2, report.rows("sitting"));
        assertEquals(3, report.rows("frame"));
    }

    /** Until everything is printed as far as it will be, and every row has its note. */
    private static void awaitNotes() throws Exception {
        Path database = shared.resolve("data/db/caixiang.sqlite");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String left = "not asked";
        while (!left.isEmpty()) {
            assertTrue(System.nanoTime() < until, left);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            int notes = rows(database, "due_note", "").size();
            int planned =
                    rows(database, "portrait WHERE sheets_planned = 1", "").size();
            int drawn = rows(database, "sheet WHERE drawn_at IS NOT NULL", "").size();
            left = notes == 0 && planned == 3 && drawn == 6 ? "" : notes + " notes, " + planned + " " + drawn;
        }
    }

    private RebuildReport rebuild(Path database, Optional<IdentityVault> vault) throws Exception {
        return new Rebuild(folder.resolve("data/archive"), vault, Clock.systemUTC()).into(database);
    }

    private Optional<IdentityVault> key() throws Exception {
        return IdentityKey.existing(folder.resolve("key/identity.key"));
    }

    private List<Path> sittings() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("data/archive"))) {
            return files.filter(file -> file.endsWith("sitting.json")).sorted().toList();
        }
    }

    private static List<Path> sidecars(Path number) throws Exception {
        try (Stream<Path> files = Files.list(number)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f-]{36}\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, Long> archive() throws Exception {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder.resolve("data/archive"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        file + " " + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).hashCode(),
                        Files.getLastModifiedTime(file).toMillis());
            }
        }
        return files;
    }

    private static List<Map<String, Object>> rows(Path database, String table, String except) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            while (found.next()) {
                Map<String, Object> row = new HashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    String column = found.getMetaData().getColumnName(i);
                    if (!column.equals(except)) {
                        row.put(column, String.valueOf(found.getObject(i)));
                    }
                }
                rows.add(row);
            }
        }
        rows.sort(java.util.Comparator.comparing(row -> new TreeMap<>(row).toString()));
        return rows;
    }
}
