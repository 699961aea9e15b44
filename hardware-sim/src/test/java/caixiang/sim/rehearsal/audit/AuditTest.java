package caixiang.sim.rehearsal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.rehearsal.audit.Finding.Kind;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StationApi.Timing;
import caixiang.sim.scene.ExposureData;
import caixiang.sim.scene.Frame;
import caixiang.sim.scene.Resolution;
import caixiang.sim.scene.Sitter;
import caixiang.sim.scene.Studio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict is worth having only if it fails when a day is broken on the disk, in the database or on paper. */
class AuditTest {
    @TempDir
    Path archive;

    private final List<Exposure> exposures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<FoundPaper> paper = new ArrayList<>();

    @BeforeEach
    void aDayOfThreePeople() throws Exception {
        try (Studio studio = new Studio(Resolution.ofMegapixels(Resolution.MEGAPIXELS_MIN))) {
            for (int number = 1; number <= 3; number++) {
                shoot(studio, number);
            }
        }
    }

    private void shoot(Studio studio, int number) throws Exception {
        String student = "2026000" + number;
        studio.seat(new Sitter(student, "", number));
        Frame frame = studio.expose(exposureData()).develop();
        byte[] bytes = frame.jpeg().bytes();
        String file = file(number);
        Path folder = Files.createDirectories(archive.resolve(file).resolveSibling("sheets"));
        Files.write(archive.resolve(file), bytes);
        Files.writeString(sidecar(number), "{\"frame\":{\"sha256\":\"" + digest(bytes) + "\"}}");
        byte[] pdf = ("%PDF-" + number).getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("sheet-" + number + ".pdf"), pdf);
        paper.add(new FoundPaper(number, digest(pdf)));
        exposures.add(new Exposure(1, frame.nonce(), student, digest(bytes)));
        rows.add(row(number, student, digest(bytes)));
    }

    @Test
    void anHonestDayHasNoFindings() throws IOException {
        assertEquals(List.of(), Audit.of(books()));
        assertTrue(
                books().files().stream().allMatch(file -> file.code().pixels().isPresent()),
                "or nothing is read off the pixels");
    }

    @Test
    void twoFilesSwappedOnTheDiskAreFound() throws IOException {
        Path spare = archive.resolve("spare");
        Files.move(archive.resolve(file(1)), spare);
        Files.move(archive.resolve(file(2)), archive.resolve(file(1)));
        Files.move(spare, archive.resolve(file(2)));
        assertTrue(kinds().contains(Kind.SWAPPED), findings());
    }

    @Test
    void aFileRemovedFromTheDiskIsLost() throws IOException {
        Files.delete(archive.resolve(file(2)));
        assertEquals(Set.of(Kind.LOST), kinds());
        assertTrue(findings().contains("20260002"), findings());
    }

    @Test
    void aFileThatLiesThereTwiceIsDoubled() throws IOException {
        Files.copy(archive.resolve(file(3)), archive.resolve("s/0003/copy.jpg"));
        assertTrue(kinds().contains(Kind.DOUBLED), findings());
    }

    @Test
    void aFileOfWhichOneBitHasFlippedIsForeignAndItsPictureLost() throws IOException {
        byte[] bytes = Files.readAllBytes(archive.resolve(file(1)));
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive.resolve(file(1)), bytes);
        assertTrue(kinds().containsAll(Set.of(Kind.FOREIGN, Kind.LOST)), findings());
    }

    @Test
    void aSidecarOfAnotherPictureIsFound() throws IOException {
        Files.copy(sidecar(1), sidecar(2), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Set.of(Kind.UNACCOUNTED), kinds());
    }

    @Test
    void aRowThatGivesAFrameToAnotherPersonIsFound() throws IOException {
        rows.set(0, row(1, "20260002", exposures.get(0).sha256()));
        assertEquals(Set.of(Kind.SWAPPED), kinds());
    }

    @Test
    void aRowThatIsMissingIsFoundOnBothSides() throws IOException {
        rows.remove(1);
        assertTrue(kinds().containsAll(Set.of(Kind.LOST, Kind.UNACCOUNTED)), findings());
    }

    @Test
    void aFrameThatTheJournalDoesNotHaveIsFound() throws IOException {
        Books books = books(Set.of("frame-1", "frame-3"));
        assertEquals(
                List.of(new Finding(Kind.UNACCOUNTED, "the journal does not say that frame frame-2 was filed")),
                Audit.of(books));
    }

    @Test
    void paperThatNeverCameOutOrCameTwiceOrIsNobodysIsFound() throws IOException {
        FoundPaper first = paper.remove(0);
        assertEquals(Set.of(Kind.LOST), kinds());
        paper.add(first);
        paper.add(new FoundPaper(9, first.sha256()));
        assertEquals(Set.of(Kind.DOUBLED), kinds());
        paper.set(paper.size() - 1, new FoundPaper(9, "0".repeat(64)));
        assertEquals(Set.of(Kind.FOREIGN), kinds());
    }

    @Test
    void anAcknowledgedFrameThatIsGoneOrElsewhereIsFound() throws IOException {
        var gone = new PressAudit.Pressed(1, "20260001", Optional.of("frame-9"));
        var moved = new PressAudit.Pressed(2, "20260002", Optional.of("frame-1"));
        var third = new PressAudit.Pressed(3, "20260003", Optional.of("frame-3"));
        assertEquals(
                List.of(Kind.LOST, Kind.SWAPPED),
                PressAudit.of(List.of(gone, moved, third), books()).stream()
                        .map(Finding::kind)
                        .toList());
    }

    @Test
    void aShutterThatFiredWithoutBeingAskedIsFound() throws IOException {
        List<Finding> findings = PressAudit.of(
                List.of(
                        new PressAudit.Pressed(1, "20260001", Optional.empty()),
                        new PressAudit.Pressed(2, "20260002", Optional.empty())),
                books());
        assertEquals(List.of(new Finding(Kind.DOUBLED, "20260003 was exposed 1 times for 0 presses")), findings);
    }

    private Set<Kind> kinds() throws IOException {
        return Audit.of(books()).stream().map(Finding::kind).collect(Collectors.toSet());
    }

    private String findings() throws IOException {
        return Audit.of(books()).toString();
    }

    private Books books() throws IOException {
        return books(rows.stream().map(Row::frameId).collect(Collectors.toSet()));
    }

    private Books books(Set<String> journaled) throws IOException {
        ArchiveFolder folder = new ArchiveFolder(archive);
        Map<String, String> sheets = folder.sheets();
        return new Books(exposures, true, folder.frames(), rows, sheets, paper, true, journaled);
    }

    private static Row row(int number, String student, String digest) {
        Sheet sheet = new Sheet(
                "sheet-" + number, "4x2in", "s/000" + number + "/sheets/sheet-" + number + ".pdf", "done", "completed");
        return new Row(
                "frame-" + number,
                OptionalInt.of(number),
                student,
                "triggered",
                file(number),
                digest,
                true,
                new Timing(OptionalLong.of(300), OptionalLong.of(900)),
                List.of(sheet));
    }

    private static String file(int number) {
        return "s/000%d/frame-%d.jpg".formatted(number, number);
    }

    private Path sidecar(int number) {
        return archive.resolve("s/000%d/frame-%d.json".formatted(number, number));
    }

    private static ExposureData exposureData() {
        return new ExposureData(
                LocalDateTime.of(2026, 11, 22, 9, 0),
                new ExposureData.Body("Nikon", "D750", "1"),
                new ExposureData.Settings(800, 80, 100));
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
