package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.StoppableArchive;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that comes after its RAW was filed alone belongs to the same frame. */
@Timeout(60)
final class LatePicturesTest {
    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        studio = open(new FrameArchive(folder.resolve("archive"), Optional.of(folder.resolve("second"))));
        studio.call(1);
    }

    @AfterEach
    void close() throws Exception {
        studio.verifyJournal();
        studio.close();
    }

    private Studio open(FrameArchive archive) throws Exception {
        Studio opened = new Studio(folder, archive, camera, clock, Duration.ofSeconds(30));
        opened.start();
        return opened;
    }

    @Test
    void thePictureAndItsRawAreOneFrameOnBothDisks() throws Exception {
        CardObject jpeg = camera.expose();
        SpooledFrame raw = fileAlone(camera.exposeRaw(jpeg));
        String frameId = only().frameId();
        nothingCanBeCutFrom(frameId);
        SpooledFrame picture = camera.deliver(jpeg, Optional.empty());
        studio.settle();
        assertWhole(raw, picture);
        assertEquals(frameId, only().frameId());
        assertEquals(1, count("picture-filed"));
        assertEquals(2, studio.announced.size(), "portrait and sheets are made of the picture now");
        assertEquals(
                Optional.empty(),
                Waiting.forResult(studio.database.read(handle -> new CutPortraits(handle).find(frameId))));
    }

    @Test
    void nothingIsTakenFromTheSecondDiskForIt() throws Exception {
        CardObject jpeg = camera.expose();
        fileAlone(camera.exposeRaw(jpeg));
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        List<MissingCopies.Row> owed =
                Waiting.forResult(studio.database.read(handle -> new MissingCopies(handle).oldest(10)));
        assertTrue(
                owed.stream().allMatch(row -> row.movedFrom().isEmpty()),
                () -> "would remove the RAW from the second disk: " + owed);
    }

    @Test
    void bothFilesDeliveredAgainChangeNothing() throws Exception {
        CardObject jpeg = camera.expose();
        CardObject rawObject = camera.exposeRaw(jpeg);
        SpooledFrame raw = fileAlone(rawObject);
        SpooledFrame picture = camera.deliver(jpeg, Optional.empty());
        studio.settle();
        camera.deliver(rawObject, Optional.empty());
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        assertWhole(raw, picture);
        assertEquals(1, count("picture-filed"));
    }

    @Test
    void aPictureOfAnotherMomentUnderTheSameNameIsAFrameOfItsOwn() throws Exception {
        camera.numbersFilesFrom(9_998);
        fileAlone(camera.exposeRaw(camera.expose()));
        clock.pass(Duration.ofMinutes(20));
        camera.numbersFilesFrom(9_998);
        camera.deliver(camera.expose(), Optional.empty());
        studio.settle();
        assertEquals(2, studio.framesOf(1).size());
    }

    @Test
    void aPictureForAnotherNumberThanItsRawIsLeftToAPerson() throws Exception {
        CardObject jpeg = camera.expose();
        fileAlone(camera.exposeRaw(jpeg));
        Waiting.forResult(studio.database.write(
                handle -> handle.createUpdate("UPDATE frame SET number = NULL").execute()));
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        assertEquals(Optional.empty(), only().companion());
        assertEquals(0, count("picture-filed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"second-copy", "sidecar-replaced"})
    void whatIsStoppedAfterAStepIsDoneAtTheNextStart(String step) throws Exception {
        CardObject jpeg = camera.expose();
        SpooledFrame raw = fileAlone(camera.exposeRaw(jpeg));
        studio.close();
        SpooledFrame picture = camera.spool(jpeg, Optional.empty());
        studio = open(StoppableArchive.in(folder.resolve("archive"), folder.resolve("second"), done -> {
            if (done.equals(step)) {
                throw new IllegalStateException("stopped after " + step);
            }
        }));
        assertEquals(Optional.empty(), only().companion());
        assertTrue(Files.exists(picture.file()));
        studio.close();
        studio = open(new FrameArchive(folder.resolve("archive"), Optional.of(folder.resolve("second"))));
        assertWhole(raw, picture);
        assertEquals(1, count("picture-filed"));
    }

    private void nothingCanBeCutFrom(String frameId) throws Exception {
        Waiting.forResult(studio.database.write(handle -> {
            new CutPortraits(handle).insert(PortraitRow.failed(frameId, "a RAW", clock.instant()));
            return true;
        }));
    }

    /** As it is filed when its picture has not come in time. */
    private SpooledFrame fileAlone(CardObject object) throws Exception {
        SpooledFrame raw = camera.spool(object, Optional.empty());
        studio.capture.sent(raw).toCompletableFuture().join();
        assertEquals(Optional.empty(), only().companion());
        return raw;
    }

    private Frame only() throws Exception {
        List<Frame> frames = studio.framesOf(1);
        assertEquals(1, frames.size());
        return frames.get(0);
    }

    private void assertWhole(SpooledFrame raw, SpooledFrame picture) throws Exception {
        Frame frame = only();
        Companion companion = frame.companion().orElseThrow();
        assertEquals(picture.sha256(), frame.sha256());
        assertEquals(raw.sha256(), companion.sha256());
        assertEquals(companion.file().replace(".nef", ".jpg"), frame.file());
        assertTrue(studio.archive.hasTwoCopies(frame.file(), picture.sha256()));
        assertTrue(studio.archive.hasTwoCopies(companion.file(), raw.sha256()));
        for (String disk : List.of("archive", "second")) {
            Path sidecar = folder.resolve(disk).resolve(frame.file().replace(".jpg", ".json"));
            assertEquals(frame, StoppableArchive.read(sidecar), disk);
        }
        try (Stream<Path> left = Files.list(Studio.spoolOf(folder))) {
            assertEquals(
                    List.of(),
                    left.filter(file -> !file.getFileName().toString().equals(".lock"))
                            .toList());
        }
    }

    private long count(String what) throws Exception {
        return studio.journal().stream().filter(what::equals).count();
    }
}
