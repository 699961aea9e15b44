package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.StoppableArchive;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.store.Frames;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A RAW goes where its JPEG goes, once, in either order of arrival. */
@Timeout(60)
final class CompanionsTest {
    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        FrameArchive archive = new FrameArchive(folder.resolve("archive"), Optional.of(folder.resolve("second")));
        studio = new Studio(folder, archive, camera, clock, Duration.ofSeconds(30));
        studio.start();
        studio.call(1);
    }

    @AfterEach
    void close() throws Exception {
        studio.verifyJournal();
        studio.close();
    }

    @Test
    void aRawThatComesAfterItsJpegLiesBesideItOnBothDisks() throws Exception {
        CardObject jpeg = camera.expose();
        camera.deliver(jpeg, Optional.empty());
        SpooledFrame raw = camera.deliver(camera.exposeRaw(jpeg), Optional.empty());
        studio.settle();
        assertAttached(only(), raw);
        assertEquals(1, count("companion-filed"));
        assertEquals(1, count("frame-filed"));
    }

    @Test
    void aRawThatComesFirstWaitsForItsJpeg() throws Exception {
        CardObject jpeg = camera.expose();
        SpooledFrame raw = camera.deliver(camera.exposeRaw(jpeg), Optional.empty());
        studio.settle();
        assertTrue(Files.exists(raw.file()));
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        assertAttached(only(), raw);
    }

    @Test
    void aRawGoesWhereItsJpegWasMovedMeanwhile() throws Exception {
        CardObject jpeg = camera.expose();
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        Frame frame = only();
        studio.call(2);
        String moved = frame.file().replace("/0001/", "/0002/");
        for (String disk : List.of("archive", "second")) {
            Path to = folder.resolve(disk).resolve(moved);
            Files.createDirectories(to.getParent());
            Files.move(folder.resolve(disk).resolve(frame.file()), to);
            Files.move(sidecar(disk, frame.file()), sidecar(disk, moved));
        }
        Waiting.forResult(studio.database.write(
                handle -> handle.createUpdate("UPDATE frame SET number = 2, file = :file WHERE frame_id = :id")
                        .bind("file", moved)
                        .bind("id", frame.frameId())
                        .execute()));
        SpooledFrame raw = camera.deliver(camera.exposeRaw(jpeg), Optional.empty());
        studio.settle();
        Frame paired = studio.framesOf(2).get(0);
        assertAttached(paired, raw);
        assertTrue(paired.companion().orElseThrow().file().contains("/0002/"));
    }

    @Test
    void theSameNameOfAnotherMomentIsNotTheSameExposure() throws Exception {
        camera.numbersFilesFrom(9_998);
        camera.deliver(camera.expose(), Optional.empty());
        CardObject before = camera.exposeRaw(camera.expose());
        studio.settle();
        clock.pass(Duration.ofMinutes(20));
        camera.numbersFilesFrom(9_999);
        CardObject jpeg = camera.expose();
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        // Named like the newest JPEG, exposed with the one before the counter wrapped.
        CardObject stranger = new CardObject(
                jpeg.folder(), jpeg.name().replace(".JPG", ".NEF"), before.sizeBytes(), before.modified());
        camera.deliver(camera.exposeRaw(stranger.modified(), stranger.name()), Optional.empty());
        studio.settle();
        assertEquals(0, count("companion-filed"));
    }

    @Test
    void aRawWithoutJpegStandsAloneAfterItsTime() throws Exception {
        CardObject jpeg = camera.expose();
        SpooledFrame raw = camera.deliver(camera.exposeRaw(jpeg), Optional.empty());
        studio.settle();
        clock.pass(Companions.WAIT.plusSeconds(1));
        // Any later attempt finds that its time is over; the next start makes one.
        Companions companions = new Companions(studio.archive, studio.context, clock);
        var result = Waiting.forResult(
                studio.database.inOrder(transactions -> companions.attach(transactions, raw, Companions.WAIT)));
        assertInstanceOf(Companions.Result.Alone.class, result);
        assertTrue(Files.exists(raw.file()), "nothing is taken away before it is filed");
        assertEquals(1, count("raw-alone"));
    }

    @Test
    void whatIsStoppedBetweenTwoStepsIsAttachedAtTheNextStart() throws Exception {
        CardObject jpeg = camera.expose();
        camera.deliver(jpeg, Optional.empty());
        studio.settle();
        for (String step : List.of("second-copy", "sidecar-replaced")) {
            Frame frame = only();
            studio.close();
            SpooledFrame raw = camera.spool(camera.exposeRaw(jpeg), Optional.empty());
            FrameArchive stopping = StoppableArchive.in(folder.resolve("archive"), folder.resolve("second"), done -> {
                if (done.equals(step)) {
                    throw new IllegalStateException("stopped after " + step);
                }
            });
            studio = new Studio(folder, stopping, camera, clock, Duration.ofSeconds(30));
            studio.start();
            assertEquals(Optional.empty(), only().companion(), step);
            // The card was read meanwhile and the RAW fetched again: twice in the spool, once in the archive.
            assertTrue(Files.exists(raw.file()), step);
            studio.close();
            FrameArchive whole = new FrameArchive(folder.resolve("archive"), Optional.of(folder.resolve("second")));
            studio = new Studio(folder, whole, camera, clock, Duration.ofSeconds(30));
            studio.start();
            assertAttached(only(), raw);
            forget(frame);
        }
    }

    /** Undoes the pairing, for the next round. */
    private void forget(Frame frame) throws Exception {
        Companion companion = only().companion().orElseThrow();
        Files.delete(folder.resolve("archive").resolve(companion.file()));
        Files.delete(folder.resolve("second").resolve(companion.file()));
        Waiting.forResult(studio.database.write(handle -> {
            new Frames(handle).saveCompanion(frame);
            return true;
        }));
    }

    private Frame only() throws Exception {
        List<Frame> frames = studio.framesOf(1);
        assertEquals(1, frames.size());
        return frames.get(0);
    }

    private void assertAttached(Frame frame, SpooledFrame raw) throws Exception {
        Companion companion = frame.companion().orElseThrow();
        assertEquals(raw.sha256(), companion.sha256());
        assertEquals(frame.file().replace(".jpg", ".nef"), companion.file());
        assertTrue(studio.archive.hasTwoCopies(companion.file(), raw.sha256()));
        for (String disk : List.of("archive", "second")) {
            assertEquals(
                    Optional.of(companion),
                    StoppableArchive.read(sidecar(disk, frame.file())).companion());
        }
        assertEquals(OptionalInt.of(frame.number().orElseThrow()), frame.number());
        try (Stream<Path> left = Files.list(Studio.spoolOf(folder))) {
            assertEquals(List.of(), left.filter(CompanionsTest::isFrameFile).toList());
        }
    }

    private static boolean isFrameFile(Path file) {
        return !file.getFileName().toString().equals(".lock");
    }

    private Path sidecar(String disk, String file) throws IOException {
        return folder.resolve(disk).resolve(file.replace(".jpg", ".json"));
    }

    private long count(String what) throws Exception {
        return studio.journal().stream().filter(what::equals).count();
    }
}
