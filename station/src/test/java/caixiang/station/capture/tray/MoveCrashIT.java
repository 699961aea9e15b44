package caixiang.station.capture.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import caixiang.station.keeping.Keeper;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends a real process with SIGKILL in the middle of a shift of two frames and starts again on the same folder. */
@Timeout(120)
final class MoveCrashIT {
    @TempDir
    private Path folder;

    /** 1 the order, 2-3 sidecars, 4-5 files, 6-7 old sidecars away, then the rows; 8 the end. The second copies follow at the start. */
    @ParameterizedTest(name = "killed after step {0}")
    @ValueSource(ints = {1, 3, 4, 7, 8})
    void theNextStartFinishesTheShiftOnBothDisksAndInTheRows(int step) throws Exception {
        String[] ids = killAt(step);

        try (FiledDay day = new FiledDay(folder)) {
            TrayRoom room = day.room();
            room.recover();
            Keeper keeper = new Keeper(
                    day.database,
                    new Keeper.Charge(
                            FiledDay.SESSION,
                            day.archive,
                            IdentityKey.open(folder.resolve("identity.key"), day.database),
                            0),
                    () -> {});
            keeper.start();
            day.await(() -> keeper.copies().isComplete()
                    && keeper.obstacles().toCompletableFuture().join().isEmpty());
            keeper.close();
            assertEquals(
                    List.of(List.of(), List.of(ids[1]), List.of(ids[2])),
                    List.of(day.framesOf(2), day.framesOf(3), day.framesOf(4)));
            for (String id : List.of(ids[1], ids[2])) {
                Frame frame = day.find(id);
                for (String disk : List.of("archive", "second")) {
                    assertEquals(List.of(frame.file()), places(disk, id + ".jpg"));
                    assertEquals(List.of(frame.file().replace(".jpg", ".json")), places(disk, id + ".json"));
                }
            }
            assertEquals(1, Waiting.forResult(room.moves(10)).size());
            assertEquals(List.of(), places("archive", ".move"));
        }
    }

    private List<String> places(String disk, String ending) throws IOException {
        Path root = folder.resolve(disk);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private String[] killAt(int step) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MoveCrashMain.class.getName(),
                        folder.toString(),
                        String.valueOf(step))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("AT ")) {
                line = lines.readLine();
            }
            assertTrue(process.toHandle().destroyForcibly());
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "SIGKILL ends a process");
            assertNotNull(line, "the process ended before step " + step);
            return line.split(" ");
        }
    }
}
