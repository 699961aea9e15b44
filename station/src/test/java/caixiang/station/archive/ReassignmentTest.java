package caixiang.station.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.MoveOrder.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two frames, one with its RAW and both with portraits, change places with second copies: 11 steps to stop at. */
final class ReassignmentTest {
    private static final String SESSION = "2026-11-22-a";
    private static final int STEPS = 11;
    private static final byte[] RAW = "raw".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path root;
    private Path second;
    private SecondCopy copy;
    private Frame one;
    private Frame two;
    private MoveOrder order;

    @BeforeEach
    void file() throws Exception {
        root = folder.resolve("archive");
        second = folder.resolve("second");
        one = TestFrames.frame();
        two = withId(TestFrames.movedWithRaw(), TestFrames.ID.replaceFirst("1$", "2"));
        var archive = new FrameArchive(root, Optional.of(second));
        archive.open();
        copy = archive.second().orElseThrow();
        for (Frame frame : List.of(one, two)) {
            Path spooled = Files.write(folder.resolve("spooled"), TestFrames.PICTURE);
            archive.file(frame, spooled);
        }
        for (Path disk : List.of(root, second)) {
            for (Frame frame : List.of(one, two)) {
                Files.writeString(disk.resolve(ArchivePaths.portraitFile(frame)), "portrait");
            }
            Files.write(disk.resolve(two.companion().orElseThrow().file()), RAW);
        }
        order = order("0193519b-0000-7000-8000-000000000001", Optional.empty(), step(one, 13), step(two, 11));
    }

    @Test
    void framesLieUnderTheirNewNumbersWithAllThatBelongsToThem() throws Exception {
        var disk = new StoppingDisk(STEPS, true);
        run(reassignment(disk), order);

        assertEquals(0, disk.left, "the tests below stop at every step");
        assertAllAt(Step::after);
        assertEquals(
                13,
                Sidecar.read(root.resolve(SESSION + "/0013/" + one.frameId() + ".json"))
                        .number()
                        .getAsInt());
        assertEquals(List.of(), new Reassignment(root, Optional.of(copy)).unfinished());
    }

    /** A power cut or SIGKILL after any step: the next start finds the order and ends where it was to end. */
    @ParameterizedTest(name = "killed after step {0}")
    @MethodSource("steps")
    void wheneverItIsKilledTheNextStartEndsInExactlyOnePlace(int step) throws Exception {
        var disk = new StoppingDisk(step, true);
        assertThrows(Killed.class, () -> run(new Reassignment(root, Optional.of(copy), disk), order));
        assertNothingIsLost();

        var again = new Reassignment(root, Optional.of(copy));
        for (MoveOrder begun : again.unfinished()) {
            assertEquals(order, begun);
            again.carryOn(begun);
            again.finish(begun);
        }

        assertAllAt(step < 1 ? Step::before : Step::after);
        assertEquals(List.of(), again.unfinished());
    }

    /** Killed while it carries on, too. */
    @ParameterizedTest(name = "killed at step {0} of the second attempt")
    @MethodSource("steps")
    void beingKilledDuringTheRepairIsRepairedToo(int step) throws Exception {
        assertThrows(Killed.class, () -> run(reassignment(new StoppingDisk(4, true)), order));
        try {
            Reassignment repair = reassignment(new StoppingDisk(step, true));
            repair.carryOn(order);
            repair.finish(order);
        } catch (Killed killed) {
            assertNothingIsLost();
        }

        var again = new Reassignment(root, Optional.of(copy));
        for (MoveOrder begun : again.unfinished()) {
            again.carryOn(begun);
            again.finish(begun);
        }
        assertAllAt(Step::after);
    }

    /** While the first disk is worked on, a failure takes everything back; the second disk may be late. */
    @ParameterizedTest(name = "disk fails once at step {0}")
    @MethodSource("steps")
    void aDiskThatFailsLeavesTheFramesWhereTheyWereOrOnlyTheSecondCopyBehind(int step) throws Exception {
        Reassignment reassignment = reassignment(new StoppingDisk(step, false));
        boolean refused = false;
        try {
            run(reassignment, order);
        } catch (ArchiveException e) {
            refused = true;
        }
        assertNothingIsLost();

        Reassignment again = new Reassignment(root, Optional.of(copy));
        for (MoveOrder begun : again.unfinished()) {
            assertFalse(refused, "what was refused does not happen later");
            again.finish(begun);
        }
        assertAllAt(refused ? Step::before : Step::after);
    }

    @Test
    void aSecondDiskThatHangsKeepsNobodyWaiting() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        try (SecondCopy hanging = new SecondCopy(second, root)) {
            hanging.later(copy -> assertTrue(uninterruptibly(hangs)));

            run(new Reassignment(root, Optional.of(hanging)), order);

            Frame moved = order.steps().get(0).after();
            assertTrue(Files.exists(root.resolve(moved.file())));
            assertFalse(Files.exists(second.resolve(moved.file())), "it follows when its disk answers");
            hangs.countDown();
        }
        assertAllAt(Step::after);
    }

    @Test
    void aFrameThatIsARawAloneMovesWithItsOwnSidecar() throws Exception {
        Frame raw = rawAlone();
        Path spooled = Files.write(folder.resolve("spooled"), RAW);
        var archive = new FrameArchive(root, Optional.of(copy), new DiskSteps());
        archive.file(raw, spooled);
        MoveOrder alone = order("0193519b-0000-7000-8000-000000000003", Optional.empty(), step(raw, 14));

        run(new Reassignment(root, Optional.of(copy)), alone);
        copy.close();

        Frame after = alone.steps().get(0).after();
        assertEquals(SESSION + "/0014/" + raw.frameId() + ".nef", after.file());
        for (Path disk : List.of(root, second)) {
            assertArrayEquals(RAW, Files.readAllBytes(disk.resolve(after.file())));
            assertEquals(after, Sidecar.at(new ArchivePaths(disk), ArchivePaths.sidecarFile(after)));
            assertFalse(Files.exists(disk.resolve(raw.file())));
            assertFalse(Files.exists(disk.resolve(ArchivePaths.sidecarFile(raw))));
        }
    }

    @Test
    void anOrderThatIsDamagedIsNotGuessedAt() throws IOException {
        Path moves = Files.createDirectories(root.resolve(SESSION + "/moves"));
        Files.writeString(moves.resolve("0193519b-0000-7000-8000-000000000009.move"), "{\"version\":1,\"steps\":[{}]}");
        var reassignment = new Reassignment(root, Optional.empty());
        assertThrows(IOException.class, reassignment::unfinished);
    }

    static Stream<Integer> steps() {
        return Stream.iterate(0, step -> step + 1).limit(STEPS);
    }

    private Reassignment reassignment(FileSteps disk) {
        return new Reassignment(root, Optional.of(copy), disk);
    }

    private static void run(Reassignment reassignment, MoveOrder order) throws ArchiveException {
        reassignment.carryOut(order);
        reassignment.finish(order);
    }

    /** Waits for the second copies; nothing can be moved there afterwards. */
    private void assertAllAt(Function<Step, Frame> place) throws IOException {
        copy.close();
        for (Step step : order.steps()) {
            Frame frame = place.apply(step);
            for (Path disk : List.of(root, second)) {
                assertArrayEquals(TestFrames.PICTURE, Files.readAllBytes(disk.resolve(frame.file())));
                assertEquals(frame, Sidecar.read(new ArchivePaths(disk).resolve(ArchivePaths.sidecarFile(frame))));
                assertTrue(Files.exists(disk.resolve(ArchivePaths.portraitFile(frame))));
                if (frame.companion().isPresent()) {
                    assertArrayEquals(
                            RAW,
                            Files.readAllBytes(
                                    disk.resolve(frame.companion().get().file())));
                }
            }
        }
        assertEquals(8, filesIn(root).size(), "each file once, and the marker: " + filesIn(root));
        assertEquals(8, filesIn(second).size(), "each file once, and the marker: " + filesIn(second));
    }

    /** At any moment: the picture exists once on each disk, and a sidecar lies beside it. */
    private void assertNothingIsLost() throws IOException {
        for (Path disk : List.of(root, second)) {
            for (Step step : order.steps()) {
                List<Path> found = filesIn(disk).stream()
                        .filter(file -> file.endsWith(step.before().frameId() + ".jpg"))
                        .toList();
                assertEquals(1, found.size());
                assertTrue(
                        Files.exists(found.get(0).resolveSibling(step.before().frameId() + ".json")));
            }
        }
    }

    private static List<Path> filesIn(Path disk) throws IOException {
        try (Stream<Path> files = Files.walk(disk)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean uninterruptibly(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Frame rawAlone() throws IOException {
        Frame plain = withId(TestFrames.frame(), TestFrames.ID.replaceFirst("1$", "3"));
        return new Frame(
                plain.frameId(),
                plain.sessionId(),
                plain.station(),
                plain.number(),
                plain.shotId(),
                plain.reason(),
                plain.evidence(),
                ArchivePaths.rawFile(SESSION, plain.number(), plain.frameId(), "DSC_0003.NEF"),
                HexFormat.of().formatHex(FileHash.sha256().digest(RAW)),
                RAW.length,
                Optional.empty(),
                plain.camera(),
                plain.object(),
                plain.times(),
                List.of());
    }

    private static Frame withId(Frame frame, String id) {
        return new Frame(
                id,
                frame.sessionId(),
                frame.station(),
                frame.number(),
                frame.shotId(),
                frame.reason(),
                frame.evidence(),
                frame.file().replace(frame.frameId(), id),
                frame.sha256(),
                frame.bytes(),
                frame.companion()
                        .map(raw -> new Companion(
                                raw.file().replace(frame.frameId(), id), raw.sha256(), raw.bytes(), raw.object())),
                frame.camera(),
                frame.object(),
                frame.times(),
                frame.moves());
    }

    private static Step step(Frame frame, int to) {
        Move move = new Move(
                frame.number(), OptionalInt.of(to), "console", "off by one", Instant.parse("2026-11-22T10:00:00Z"));
        return new Step(frame, frame.moved(move, FrameReason.MOVED));
    }

    private static MoveOrder order(String id, Optional<String> undoes, Step... steps) {
        return new MoveOrder(
                id,
                SESSION,
                "request-" + id,
                "shift",
                undoes,
                "console",
                "off by one",
                Instant.parse("2026-11-22T10:00:00Z"),
                List.of(steps));
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Does its work up to a step, and then either ends the program or fails once. */
    private static final class StoppingDisk implements FileSteps {
        private final FileSteps disk = new DiskSteps();
        private final boolean kills;
        private int left;

        StoppingDisk(int steps, boolean kills) {
            this.left = steps;
            this.kills = kills;
        }

        private void count(Path file) throws IOException {
            left--;
            if (left == -1) {
                if (kills) {
                    throw new Killed();
                }
                throw new IOException(file + ": Input/output error");
            }
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            count(file);
            disk.write(file, content);
        }

        @Override
        public void replace(Path file, byte[] content) throws IOException {
            count(file);
            disk.replace(file, content);
        }

        @Override
        public void copy(Path from, Path to, String sha256) throws IOException {
            count(to);
            disk.copy(from, to, sha256);
        }

        @Override
        public void move(Path from, Path to, String sha256) throws IOException {
            count(to);
            disk.move(from, to, sha256);
        }

        @Override
        public void delete(Path file) throws IOException {
            count(file);
            disk.delete(file);
        }
    }
}
