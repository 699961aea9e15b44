package caixiang.station.archive.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.ArchivedDay;
import caixiang.station.archive.CopyProblem;
import caixiang.station.archive.Frame;
import caixiang.station.archive.check.Finding.Fault;
import caixiang.station.archive.check.Finding.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ArchiveCheckTest {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private List<Frame> frames;

    @BeforeEach
    void file() throws Exception {
        first = folder.resolve("first");
        second = folder.resolve("second");
        frames = ArchivedDay.file(first, second, 6);
    }

    @Test
    void whatWasFiledIsFineAndEveryFrameOfBothCopiesWasRead() throws Exception {
        CheckReport report = check(false);

        assertEquals(CheckReport.FINE, report.status(), report.lines().toString());
        assertEquals(6, report.frames());
        assertEquals(12, report.filesRead());
    }

    @Test
    void nothingIsJudgedNorHealedWhileAMoveIsUnfinished() throws Exception {
        String order = "2026-11-22-a/moves/0193519b-0000-7000-8000-000000000001.move";
        Files.createDirectories(first.resolve(order).getParent());
        Files.writeString(first.resolve(order), "{}");
        List<String> before = names();

        for (boolean heals : List.of(false, true)) {
            IOException refused = assertThrows(IOException.class, () -> check(heals));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("a move of frames is unfinished (" + order),
                    refused.toString());
        }
        assertEquals(before, names());
    }

    /** The second copy has not followed yet: to put it back would give the frame to two people. */
    @Test
    void whatAMovedFrameLeftInTheSecondCopyIsNotPutBack() throws Exception {
        ArchivedDay.moveInFirst(first, frames.get(2), 9);

        CheckReport report = check(true);

        assertTrue(faults(report).contains(Fault.LEFT_BEHIND), report.lines().toString());
        assertEquals(0, report.count(Outcome.LOST));
        assertFalse(Files.exists(first.resolve(frames.get(2).file())));
        assertFalse(Files.exists(first.resolve(frames.get(2).file().replace(".jpg", ".json"))));
    }

    @Test
    void eachKindOfDamageIsFoundAndNothingIsWrittenUnlessAsked() throws Exception {
        damageSixWays();
        List<String> before = names();

        CheckReport report = check(false);

        assertEquals(CheckReport.NOT_FINE, report.status());
        assertEquals(
                List.of(Fault.WRONG_HASH, Fault.MISSING, Fault.WRONG_LENGTH, Fault.SIDECAR_UNUSABLE, Fault.LINK),
                faults(report));
        assertEquals(5, report.count(Outcome.HEALABLE));
        assertEquals(before, names());
    }

    @Test
    void damageInOneCopyIsHealedFromTheOtherAndTheDamagedFileIsKept() throws Exception {
        damageSixWays();
        byte[] rotten = Files.readAllBytes(file(first, 0));

        CheckReport report = check(true);

        assertEquals(CheckReport.HEALED, report.status(), report.lines().toString());
        for (int i = 0; i < frames.size(); i++) {
            assertEquals(-1, Files.mismatch(file(first, i), file(second, i)));
            assertFalse(Files.isSymbolicLink(file(second, i)));
        }
        Path kept = file(first, 0).resolveSibling(file(first, 0).getFileName() + ".damaged");
        assertArrayEquals(rotten, Files.readAllBytes(kept));
        age();
        assertEquals(
                CheckReport.FINE, check(false).status(), check(false).lines().toString());
    }

    @Test
    void aFrameWithNoGoodCopyIsLostAndBothAreLeftAsTheyAre() throws Exception {
        flip(file(first, 2));
        Files.delete(file(second, 2));
        age();
        byte[] rotten = Files.readAllBytes(file(first, 2));

        CheckReport report = check(true);

        assertEquals(CheckReport.LOST, report.status());
        assertArrayEquals(rotten, Files.readAllBytes(file(first, 2)));
        assertTrue(report.findings().get(0).toTsv().matches("first\t\\S+\\.jpg\twrong-hash\tlost"));
    }

    @Test
    void aFrameWithoutAnySidecarIsLostForNobodyKnowsWhoseItIs() throws Exception {
        for (Path root : List.of(first, second)) {
            Files.delete(sidecar(root, 3));
        }

        CheckReport report = check(true);

        assertEquals(CheckReport.LOST, report.status());
        assertEquals(List.of(Fault.UNEXPLAINED, Fault.UNEXPLAINED), faults(report));
    }

    @Test
    void strangersAndHalvesAreNoted() throws Exception {
        Files.writeString(first.resolve("holiday.png"), "sea");
        Files.writeString(Path.of(file(second, 0) + ".half"), "ha");
        age();

        CheckReport report = check(false);

        assertEquals(CheckReport.FINE, report.status());
        assertEquals(List.of(Fault.HALF, Fault.FOREIGN), faults(report));
    }

    @Test
    void whatAStationIsWritingAtThisMomentIsNotJudged() throws Exception {
        Files.delete(file(first, 1));
        Files.setLastModifiedTime(sidecar(first, 1), FileTime.from(Instant.now()));

        CheckReport report = check(true);

        assertEquals(CheckReport.FINE, report.status(), report.lines().toString());
        assertEquals(1, report.underWay());
        assertFalse(Files.exists(file(first, 1)));
    }

    @Test
    void withoutTheRightSecondDiskTheFirstIsCheckedAndThatIsSaid() throws Exception {
        Path drawer = Files.move(second, folder.resolve("drawer"));
        Files.createDirectories(second);

        CheckReport report = check(true);

        assertEquals(Optional.of(CopyProblem.AWAY), report.secondAway());
        assertEquals(CheckReport.NOT_FINE, report.status());
        assertEquals(6, report.filesRead());
        assertTrue(Files.exists(drawer));
    }

    private void damageSixWays() throws IOException {
        flip(file(first, 0));
        Files.delete(file(first, 1));
        try (RandomAccessFile half = new RandomAccessFile(file(second, 2).toFile(), "rw")) {
            half.setLength(half.length() / 2);
        }
        Files.writeString(sidecar(first, 3), "{\"version\":2,");
        Path elsewhere = Files.copy(file(second, 4), folder.resolve("elsewhere.jpg"));
        Files.delete(file(second, 4));
        Files.createSymbolicLink(file(second, 4), elsewhere);
        age();
    }

    private CheckReport check(boolean heals) throws Exception {
        return new ArchiveCheck(first, Optional.of(second), new ArchiveCheck.Manner(heals, 2), Clock.systemUTC()).run();
    }

    /** In the order of the frames, whatever the copy; a link is also listed as such. */
    private static List<Fault> faults(CheckReport report) {
        return report.findings().stream()
                .filter(finding -> finding.fault() != Fault.LINK || finding.outcome() != Outcome.NOTED)
                .map(Finding::fault)
                .toList();
    }

    private Path file(Path root, int index) {
        return root.resolve(frames.get(index).file());
    }

    private Path sidecar(Path root, int index) {
        return root.resolve(frames.get(index).file().replace(".jpg", ".json"));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void age() throws IOException {
        FileTime then = FileTime.from(Instant.now().minus(Duration.ofMinutes(5)));
        for (Path file : all()) {
            if (Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
                Files.setLastModifiedTime(file, then);
            }
        }
    }

    private List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : List.of(first, second)) {
            try (Stream<Path> files = Files.walk(root)) {
                all.addAll(files.sorted().toList());
            }
        }
        return all;
    }

    private List<String> names() throws IOException {
        return all().stream().map(Path::toString).toList();
    }
}
