package caixiang.station.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T01:02:03.004Z");
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF, (byte) 0xD9};

    /** By sha256sum. */
    private static final String PICTURE_SHA256 = "ed812b5630335b55ef9a3502826b18fabe1c5d095d3890af99375d8812014154";

    @TempDir
    Path folder;

    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        spool = new Spool(folder);
    }

    @Test
    void keptFrameIsFoundAgainWithAllThatWasKnownOfIt() throws IOException {
        SpooledFrame kept = keep("0190-a", Optional.of("shot-7"), MORNING);
        SpoolScan scan = Spool.scan(folder);
        assertEquals(List.of(kept), scan.frames());
        assertEquals(List.of(), scan.damaged());
        assertEquals(kept, spool.noted("0190-a"));
    }

    @Test
    void noteIsPlainJsonThatExplainsThePicture() throws IOException {
        SpooledFrame kept = keep("0190-a", Optional.empty(), MORNING);
        assertEquals("""
                {
                  "version" : 1,
                  "sha256" : "ed812b5630335b55ef9a3502826b18fabe1c5d095d3890af99375d8812014154",
                  "object" : {
                    "folder" : "/store_00010001/DCIM/100ND750",
                    "name" : "DSC_0001.JPG",
                    "sizeBytes" : 7,
                    "modified" : "2026-11-22T01:00:00Z"
                  },
                  "camera" : {
                    "serial" : "6000001",
                    "model" : "D750",
                    "port" : "usb:001,004"
                  },
                  "shotId" : "",
                  "announced" : "2026-11-22T01:02:03.004Z",
                  "spooled" : "2026-11-22T01:02:03.004Z",
                  "named" : 0
                }""", Files.readString(kept.note()));
    }

    @Test
    void framesComeOldestFirst() throws IOException {
        SpooledFrame later = keep("0190-a", Optional.empty(), MORNING.plusSeconds(5));
        SpooledFrame earlier = keep("0190-b", Optional.empty(), MORNING);
        assertEquals(List.of(earlier, later), Spool.scan(folder).frames());
    }

    @Test
    void partsAndNotesWithoutPictureAreRemoved() throws IOException {
        SpooledFrame filed = keep("0190-a", Optional.empty(), MORNING);
        Files.delete(filed.file());
        Files.write(spool.part("0190-b"), PICTURE);
        Files.writeString(folder.resolve("0190-c.json.part"), "{");
        Spool.scan(folder);
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void crashBeforeTheLastRenameLeavesNoFrame() throws IOException {
        SpooledFrame kept = keep("0190-a", Optional.empty(), MORNING);
        Files.move(kept.file(), spool.part("0190-a"));
        assertEquals(List.of(), Spool.scan(folder).frames());
        assertFalse(Files.exists(kept.note()));
    }

    @Test
    void pictureThatDiffersFromItsNoteIsNamedAndLeft() throws IOException {
        SpooledFrame cut = keep("0190-a", Optional.empty(), MORNING);
        Files.write(cut.file(), new byte[] {(byte) 0xFF, (byte) 0xD8});
        SpooledFrame changed = keep("0190-b", Optional.empty(), MORNING);
        byte[] other = PICTURE.clone();
        other[3] = 9;
        Files.write(changed.file(), other);
        SpoolScan scan = Spool.scan(folder);
        assertEquals(List.of(), scan.frames());
        assertEquals(List.of(cut.file(), changed.file()), scan.damaged());
        assertTrue(Files.exists(cut.file()) && Files.exists(changed.file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"version\":2}",
                "{\"version\":1,\"sha256\":null,\"object\":null,\"camera\":null,\"shotId\":\"\",\"announced\":\"x\",\"spooled\":\"x\"}"
            })
    void pictureWithAnUnreadableNoteIsNamedAndLeft(String note) throws IOException {
        Files.write(spool.picture("0190-a"), PICTURE);
        Files.writeString(spool.note("0190-a"), note);
        assertEquals(List.of(spool.picture("0190-a")), Spool.scan(folder).damaged());
    }

    @Test
    void pictureWithoutNoteIsNamedAndLeft() throws IOException {
        Files.write(spool.picture("0190-a"), PICTURE);
        assertEquals(List.of(spool.picture("0190-a")), Spool.scan(folder).damaged());
    }

    @Test
    void folderThatDoesNotExistHoldsNothing() throws IOException {
        assertEquals(List.of(), Spool.scan(folder.resolve("none")).frames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secret", "a/b", "A", "0190\u0000"})
    void nameThatIsNoFramesIsRefused(String id) {
        assertThrows(IOException.class, () -> spool.noted(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFD8FFD9", "FFD80102FFD9", "FFD80102FFD9000000"})
    void fileFromStartToEndOfImageIsAWholeJpeg(String hex) throws IOException {
        assertTrue(read(hex).isWholeJpeg());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FF", "FFD8", "FFD80102", "0000FFD9", "FFD80000000000", "FFD9FFD8", "FFD801FFD902"})
    void fileThatIsCutShortIsNoWholeJpeg(String hex) throws IOException {
        assertFalse(read(hex).isWholeJpeg());
    }

    @Test
    void markerThatIsSplitBetweenTwoReadsIsSeen() throws IOException {
        byte[] bytes = new byte[(1 << 18) + 1];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[bytes.length - 2] = (byte) 0xFF;
        bytes[bytes.length - 1] = (byte) 0xD9;
        Path file = Files.write(folder.resolve("x"), bytes);
        assertTrue(PictureFile.read(file).isWholeJpeg());
    }

    private PictureFile read(String hex) throws IOException {
        return PictureFile.read(
                Files.write(folder.resolve("x"), java.util.HexFormat.of().parseHex(hex)));
    }

    private SpooledFrame keep(String id, Optional<String> shotId, Instant at) throws IOException {
        Files.write(spool.part(id), PICTURE);
        SpooledFrame frame = new SpooledFrame(
                spool.picture(id),
                spool.note(id),
                PICTURE_SHA256,
                new CardObject(
                        "/store_00010001/DCIM/100ND750",
                        "DSC_0001.JPG",
                        PICTURE.length,
                        Instant.parse("2026-11-22T01:00:00Z")),
                new CameraIdentity("6000001", "D750", "usb:001,004"),
                shotId,
                at,
                at);
        spool.keep(id, frame);
        return frame;
    }
}
