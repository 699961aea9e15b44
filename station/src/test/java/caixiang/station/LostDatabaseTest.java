package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.ArchivedDay;
import caixiang.station.archive.Frame;
import caixiang.station.config.Settings;
import caixiang.station.store.Frames;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is damaged or gone; the archive is there. */
@Timeout(60)
final class LostDatabaseTest {
    private static final int FRAMES = 4;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path data;
    private Path archive;
    private Path database;
    private List<Frame> frames;

    @BeforeEach
    void file() throws Exception {
        data = folder.resolve("data");
        archive = data.resolve("archive");
        database = data.resolve("db/caixiang.sqlite");
        Files.createDirectories(data);
        frames = ArchivedDay.file(archive, folder.resolve("second"), FRAMES);
    }

    @Test
    void aMissingDatabaseIsMadeAgainBeforeTheStationStarts() throws Exception {
        assertEquals(FRAMES, framesAtStart());
    }

    /** The command changes nothing in an archive, so it sends to the start, which may. */
    @Test
    void aMoveThatWasUnderWayIsFinishedByTheStartAndRefusedByTheCommand() throws Exception {
        assertTrue(ArchivedDay.beginMove(archive, frames.get(0), FRAMES + 1)
                        .steps()
                        .size()
                == 1);

        assertEquals(2, run("rebuild", "--archive", archive.toString(), "--into", folder + "/new"));
        assertTrue(text(err).contains("start the station once"), text(err));
        assertEquals(FRAMES, framesAtStart());
        assertEquals(0, run("rebuild", "--archive", archive.toString(), "--into", folder + "/new"));
    }

    @Test
    void aDamagedDatabaseIsPutAsideWithOneSentenceAndNothingIsOverwritten() throws Exception {
        byte[] garbage = "this was a database once".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(database.getParent());
        Files.write(database, garbage);

        StoreException refused = assertThrows(StoreException.class, this::framesAtStart);

        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("./caixiang archive rebuild --data " + data), said);
        try (Stream<Path> kept = Files.walk(database.getParent())) {
            Path aside = kept.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertTrue(aside.toString().contains("/damaged-"), aside.toString());
            assertArrayEquals(garbage, Files.readAllBytes(aside));
        }
        assertEquals(FRAMES, framesAtStart(), "the next start makes it again from the archive");
    }

    @Test
    void theCommandMakesTheDatabaseElsewhereAndRefusesAFolderInUse() throws Exception {
        Path target = folder.resolve("new");

        assertEquals(0, run("rebuild", "--archive", archive.toString(), "--into", target.toString()));
        assertTrue(text(out).contains("cannot be known"), text(out));
        assertTrue(Files.size(target.resolve("db/caixiang.sqlite")) > 0);

        assertEquals(2, run("rebuild", "--archive", archive.toString(), "--into", target.toString()));
        assertTrue(text(err).contains("is not empty; nothing is overwritten"), text(err));
        assertFalse(Files.exists(database), "the folder of the archive is only read");
    }

    @Test
    void anArchiveOfANewerProgramIsRefused() throws Exception {
        Files.writeString(archive.resolve("caixiang-archive.json"), "{\"layout\":2,\"archive\":\"x\"}");

        assertEquals(2, run("rebuild", "--archive", archive.toString(), "--into", folder + "/new"));
        assertTrue(text(err).contains("made by a newer program"), text(err));
        assertFalse(Files.exists(folder.resolve("new/db/caixiang.sqlite")));
        assertEquals(2, run("verify", "--archive", archive.toString()));
    }

    @Test
    void verifySaysByItsStatusAndForOtherProgramsWhatItFound() throws Exception {
        String second = folder.resolve("second").toString();
        assertEquals(0, run("verify", "--archive", archive.toString(), "--second", second));

        Path frame;
        try (Stream<Path> files = Files.walk(archive)) {
            frame = files.filter(file -> file.toString().endsWith(".jpg"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(frame);
        out.reset();
        assertEquals(4, run("verify", "--archive", archive.toString(), "--second", second, "--tsv"));
        assertEquals("first\t" + archive.relativize(frame) + "\tmissing\thealable\n", text(out));
        assertEquals(1, run("verify", "--archive", archive.toString(), "--second", second, "--heal"));
        assertEquals(0, run("verify", "--archive", archive.toString(), "--second", second));
    }

    @Test
    void wordsThatMakeNoSenseAreNamed() {
        assertEquals(2, run());
        assertEquals(2, run("verify", "--haul"));
        assertTrue(text(err).contains("unknown option --haul"), text(err));
        assertEquals(2, run("rebuild", "--archive", archive.toString()));
        assertTrue(text(err).contains("rebuild needs --archive and --into"), text(err));
    }

    private int framesAtStart() throws Exception {
        Settings settings = Settings.load(
                Optional.empty(),
                Map.of(
                        "data",
                        data.toString(),
                        "identity.key",
                        folder.resolve("key").toString()));
        Records records = Records.open(settings, new ForwardClock(Clock.systemUTC(), System::nanoTime));
        try {
            return Waiting.forResult(records.database().read(handle -> new Frames(handle).ids()))
                    .size();
        } finally {
            records.database().close();
        }
    }

    private int run(String... words) {
        List<String> all = Stream.concat(Stream.of("archive"), Stream.of(words)).toList();
        return new Main(stream(out), stream(err), Clock.systemUTC()).run(all);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
