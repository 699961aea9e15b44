package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.camera.CameraFault;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Shot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the record of a press, and how the last open ones end. */
@Timeout(60)
final class ShotRecordTest {
    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        studio = new Studio(folder, Studio.archiveIn(folder), camera, clock, Duration.ofSeconds(30));
        studio.start();
    }

    @AfterEach
    void close() throws Exception {
        studio.verifyJournal();
        studio.close();
    }

    @Test
    void theIntentHoldsWhoForWhomWhereWhatPressedAndWhen() throws Exception {
        studio.call(1);
        CaptureOutcome.Filed filed = assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());

        Shot shot = studio.shot(filed.shotId());

        assertEquals("A", shot.station());
        assertEquals(OptionalInt.of(1), shot.number());
        assertTrue(shot.personId().isPresent());
        assertEquals("api", shot.source());
        assertEquals("样操作", shot.askedBy());
        assertEquals(Optional.of("6012345"), shot.cameraSerial());
        assertEquals(clock.instant(), shot.requestedAt());
        assertTrue(shot.requestedNanos() != 0);
        assertEquals(Optional.of(ShotEvent.FRAME_FILED), shot.cause());
    }

    @Test
    void aLateShotWhoseCardIsNeverSeenAgainIsLostAfterFourHours() throws Exception {
        studio.call(1);
        camera.on(shotId -> FakeCamera.failure(CameraFault.TIMED_OUT));
        assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        String shotId = triggeredOnce();
        clock.pass(Duration.ofHours(4).minusSeconds(1));
        assertFalse(studio.giveUpLateShots());
        assertEquals(ShotState.LATE, studio.shot(shotId).state());

        clock.pass(Duration.ofSeconds(2));
        assertTrue(studio.giveUpLateShots());

        assertEquals(ShotState.LOST, studio.shot(shotId).state());
        assertEquals(Optional.of(ShotEvent.CARD_NEVER_SEEN), studio.shot(shotId).cause());
        assertTrue(studio.journal().contains("shot-lost"));
    }

    private String triggeredOnce() throws Exception {
        studio.settle();
        assertEquals(1, camera.triggered.size());
        return camera.triggered.get(0);
    }
}
