package caixiang.station.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchivedDay;
import caixiang.station.archive.CopyProblem;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.Move;
import caixiang.station.archive.MoveOrder;
import caixiang.station.archive.Reassignment;
import caixiang.station.day.Obstacle;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Database;
import caixiang.station.store.FrameMoves;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Waiting;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The second disk is pulled out, the station goes on and is restarted, the disk comes back. */
@Timeout(90)
final class KeeperTest {
    private static final Session SESSION = new Session("2026-11-22-a", "示例");

    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private Path drawer;

    @BeforeEach
    void place() {
        first = folder.resolve("archive");
        second = folder.resolve("second");
        drawer = folder.resolve("drawer");
    }

    /** A station as far as the archive's keeper goes. */
    private final class Running implements AutoCloseable {
        final FrameArchive archive = new FrameArchive(first, Optional.of(second));
        final Database database = Database.open(folder.resolve("db/caixiang.sqlite"), Clock.systemUTC());
        final Keeper keeper = new Keeper(
                database,
                new Keeper.Charge(SESSION, archive, IdentityKey.open(folder.resolve("key"), database), 0),
                () -> {});

        Running() throws Exception {
            Waiting.forResult(database.write(handle -> new Sessions(handle).open(SESSION, Instant.now())));
            archive.open();
            keeper.start();
        }

        Frame file(int number) throws Exception {
            Frame frame = ArchivedDay.fileOne(archive, number, folder.resolve("spooled.jpg"));
            // As Filing does when the answer is that the copy is owed.
            Waiting.forResult(database.write(handle -> {
                new MissingCopies(handle).add(frame.file(), Instant.now());
                return true;
            }));
            return frame;
        }

        void record(Frame frame) throws Exception {
            String portrait = ArchivePaths.portraitFile(frame);
            Waiting.forResult(database.write(handle -> {
                new Frames(handle).insert(frame);
                var cut = new PortraitRow.Cut(portrait, "0".repeat(64), new PortraitRow.Crop(0, 0, 1, 1));
                new CutPortraits(handle)
                        .insert(new PortraitRow(frame.frameId(), Optional.of(cut), Optional.empty(), Instant.now()));
                return true;
            }));
        }

        @CanIgnoreReturnValue
        Frame move(Frame frame, int to) throws Exception {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Move move = new Move(frame.number(), OptionalInt.of(to), "console", "wrong", now);
            Frame after = frame.moved(move, FrameReason.MOVED);
            String id = "0193519b-0000-7000-8000-%06d%06d"
                    .formatted(to, after.moves().size());
            MoveOrder order = new MoveOrder(
                    id,
                    frame.sessionId(),
                    id,
                    "move",
                    Optional.empty(),
                    "console",
                    "wrong",
                    now,
                    List.of(new MoveOrder.Step(frame, after)));
            var reassignment = new Reassignment(first, archive.second());
            reassignment.carryOut(order);
            Waiting.forResult(database.write(handle -> {
                new FrameMoves(handle).record(order, now);
                return true;
            }));
            reassignment.finish(order);
            return after;
        }

        List<Obstacle.Code> obstacles() {
            return keeper.obstacles().toCompletableFuture().join().stream()
                    .map(Obstacle::code)
                    .toList();
        }

        void await(BooleanSupplier fact) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (!fact.getAsBoolean()) {
                assertTrue(
                        System.nanoTime() < until, () -> keeper.copies() + "\n" + files(first) + "\n" + files(second));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }

        @Override
        public void close() {
            keeper.close();
            database.close();
        }
    }

    @Test
    void whatIsOwedSurvivesARestartAndIsMadeWhenTheDiskIsBack() throws Exception {
        try (Running station = new Running()) {
            station.file(1);
            station.await(() -> station.keeper.copies().isComplete());
            station.await(() -> station.obstacles().isEmpty());

            Files.move(second, drawer);
            station.file(2);
            station.file(3);
            station.await(() -> station.keeper.copies().behind() >= 2);
            CopyState state = station.keeper.copies();
            assertEquals(Optional.of(CopyProblem.AWAY), state.problem());
            assertTrue(state.brokenSince().isPresent());
            assertEquals(List.of(Obstacle.Code.COPY_BEHIND, Obstacle.Code.COPY_BROKEN), station.obstacles());
        }
        try (Running again = new Running()) {
            assertFalse(again.keeper.copies().isComplete(), "known at once, before anything was tried");
            Files.move(drawer, second);
            again.await(() -> again.keeper.copies().isComplete());
            again.await(() -> again.obstacles().isEmpty());
            assertEquals(files(first), files(second));
        }
    }

    @Test
    void aNewDiskWithTheMarkerGetsEverythingThatWasFiledBefore() throws Exception {
        try (Running station = new Running()) {
            station.file(1);
            station.file(2);
            station.await(() -> station.keeper.copies().isComplete());
        }
        Files.move(second, drawer);
        Files.createDirectories(second);
        Files.copy(first.resolve("caixiang-archive.json"), second.resolve("caixiang-archive.json"));

        try (Running again = new Running()) {
            again.await(() -> again.keeper.copies().isComplete() && files(first).equals(files(second)));
        }
    }

    @Test
    void copiesFollowFramesThatMovedThriceWhileTheDiskWasAway() throws Exception {
        try (Running station = new Running()) {
            Frame raw = ArchivedDay.fileRawAlone(station.archive, 21, folder.resolve("spooled.nef"));
            station.record(raw);
            Frame frame = ArchivedDay.attachRaw(station.archive, station.file(11), folder.resolve("spooled.nef"));
            Files.writeString(first.resolve(ArchivePaths.portraitFile(frame)), "portrait");
            station.record(frame);
            station.await(() -> station.obstacles().isEmpty() && files(first).equals(files(second)));
            Files.move(second, drawer);
            Frame there = station.move(station.move(station.move(frame, 12), 13), 12);
            Files.writeString(first.resolve(ArchivePaths.portraitFile(there)), "cut anew");
            station.move(raw, 22);
            Files.move(drawer, second);
            station.await(() -> station.obstacles().isEmpty() && files(first).equals(files(second)));
            assertTrue(files(first).stream().anyMatch(file -> file.contains("/0022/") && file.contains(".nef ")));
        }
    }

    /** A start that finds the old places with nothing owed: the program ended between the disks. */
    @Test
    void whatLaterMovesLeftIsTakenAwayWhenTheDisksAreCompared() throws Exception {
        try (Running station = new Running()) {
            Frame frame = station.file(1);
            station.record(frame);
            station.await(() -> station.obstacles().isEmpty());
            Files.move(second, drawer);
            station.move(frame, 2);
            Waiting.forResult(station.database.write(handle -> {
                new MissingCopies(handle).clear();
                return true;
            }));
        }
        Files.move(drawer, second);
        try (Running again = new Running()) {
            again.await(() -> again.obstacles().isEmpty() && files(first).equals(files(second)));
        }
    }

    @Test
    void theRoomIsMeasuredInPeople() {
        RoomLeft room = RoomLeft.of(List.of(new RoomLeft.Disk(5_000, 1), new RoomLeft.Disk(9_000, 2)), 1_000, 20, 190);

        assertEquals(200, room.peopleLeft());
        assertEquals(5_000, room.freeBytes());
        assertFalse(room.isShort());
        assertTrue(RoomLeft.of(List.of(new RoomLeft.Disk(5_000, 2)), 1_000, 20, 190)
                .isShort());
        assertEquals(
                0, RoomLeft.of(List.of(new RoomLeft.Disk(5, 1)), 1_000, 20, 1).peopleLeft());
    }

    private static List<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + " " + file.toFile().length())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
