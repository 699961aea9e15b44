package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.day.Obstacle;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CardStatement;
import caixiang.station.store.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a card, and what is deleted from it. */
@Timeout(60)
final class ReconciliationTest {
    private static final Duration KEEP = Duration.ofHours(24);

    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        camera.layOld("DSC_8001.JPG", 40);
        camera.layOld("DSC_8002.JPG", 39);
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
    void everythingOnTheCardIsExplained() throws Exception {
        shoot(3);
        CardStatement statement = reconcile();
        assertEquals(List.of(5, 3, 2, 0, 0), numbers(statement));
        assertEquals("A", statement.station());
        assertEquals(FakeCamera.BODY.serial(), statement.camera().serial());
        assertTrue(studio.journal().contains("card-comparison-asked"));
        assertEquals(List.of(), obstacles());
    }

    @Test
    void whatIsMissingIsFetchedAndSaidSo() throws Exception {
        shoot(1);
        CardObject missed = camera.expose();
        camera.exposeRaw(missed);
        CardStatement first = reconcile();
        assertEquals(2, first.wanted());
        studio.settle();
        studio.settle();
        CardStatement after = stated();
        assertEquals(List.of(5, 3, 2, 0, 0), numbers(after));
        assertEquals(2, after.fetched());
        assertTrue(after.isSettled());
    }

    @Test
    void aFrameAfterTheComparisonStandsInTheWayOfClosing() throws Exception {
        shoot(1);
        assertEquals(List.of(), reconciledObstacles());
        clock.pass(Duration.ofSeconds(5));
        shoot(1);
        assertEquals(List.of(new Obstacle(Obstacle.Code.CARD_NOT_COMPARED, 1)), obstacles());
        clock.pass(Duration.ofSeconds(5));
        assertEquals(List.of(), reconciledObstacles());
    }

    @Test
    void aListingThatFailsIsUnexplainedAndLosesNothing() throws Exception {
        camera.on(shot -> FakeCamera.failure(CameraFault.TIMED_OUT));
        CaptureOutcome.Failed failed = (CaptureOutcome.Failed) studio.pressAndWait();
        camera.cannotRead(1);
        assertEquals(1, reconcile().unexplained());
        assertEquals(ShotState.LATE, studio.shot(failed.shotId()).state());
        assertEquals(List.of(new Obstacle(Obstacle.Code.CARD_UNEXPLAINED, 1)), obstacles());
        camera.cannotRead(0);
        assertEquals(0, reconcile().unexplained());
        assertEquals(ShotState.LOST, studio.shot(failed.shotId()).state());
    }

    @Test
    void anotherCardWithOldFilesOfTheSameNamesIsNotFetchedAndTheFirstIsKnownAgain() throws Exception {
        shoot(2);
        assertEquals(1, reconcile().card());
        clock.pass(Duration.ofMinutes(5));
        camera.insert("card-b");
        camera.layOld("DSC_0001.JPG", 30);
        camera.layOld("DSC_0002.JPG", 30);
        CardObject untethered = camera.expose();
        CardStatement other = reconcile();
        assertEquals(2, other.card());
        assertEquals(2, other.baseline());
        studio.settle();
        assertEquals(List.of(untethered), camera.fetched, "shot on the other card today");
        assertEquals(0, other.vanished());
        clock.pass(Duration.ofMinutes(5));
        camera.insert("card");
        CardStatement again = reconcile();
        assertEquals(1, again.card());
        assertEquals(List.of(4, 2, 2, 0, 0), numbers(again));
        assertEquals(0, again.vanished(), "what lies on the other card is not missed here");
        assertTrue(studio.journal().contains("card-changed"));
    }

    @Test
    void aFiledPictureDeletedOnTheBodyHasVanished() throws Exception {
        shoot(2);
        CardObject first = studio.framesOf(1).get(0).object();
        camera.remove(first);
        assertEquals(1, reconcile().vanished());
    }

    @Test
    void onlyOldNumberedPicturesWithTwoWholeCopiesAreDeletedFromTheCard() throws Exception {
        shoot(3);
        reconcile();
        try (CardTidying tidying = new CardTidying(camera, studio.capture, studio.database, studio.archive, KEEP)) {
            assertEquals(0, tidying.tidy(), "all are too young");
            clock.pass(KEEP.plusMinutes(1));
            shoot(1);
            reconcile();
            assertEquals(0, tidying.tidy(), "somebody shoots");
            clock.pass(Duration.ofMinutes(1));
            var frames = studio.framesOf(1);
            Path second = folder.resolve("second").resolve(frames.get(1).file());
            Files.write(second, new byte[] {1});
            assertEquals(2, tidying.tidy());
            assertEquals(List.of(frames.get(0).object(), frames.get(2).object()), camera.deleted);
            assertEquals(0, tidying.tidy(), "each once");
        }
        assertEquals(
                2, studio.journal().stream().filter("card-file-deleted"::equals).count());
        CardStatement statement = reconcile();
        assertEquals(0, statement.vanished(), "what the station deleted is no surprise");
        assertEquals(List.of(4, 2, 2, 0, 0), numbers(statement));
    }

    @Test
    void nothingIsDeletedFromACardThatIsNotExplained() throws Exception {
        shoot(1);
        clock.pass(KEEP.plusMinutes(1));
        camera.cannotRead(1);
        reconcile();
        try (CardTidying tidying = new CardTidying(camera, studio.capture, studio.database, studio.archive, KEEP)) {
            assertEquals(0, tidying.tidy());
        }
    }

    private void shoot(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            clock.pass(Duration.ofSeconds(2));
            camera.pressOnTheBody();
            studio.settle();
        }
    }

    @Test
    void aPictureThatTheBodyNeverAnnouncedIsFetchedInAQuietMoment() throws Exception {
        shoot(1);
        CardObject unannounced = camera.expose();
        clock.pass(Duration.ofSeconds(5));
        shoot(1);
        clock.pass(CardWatch.PAUSE_IN_DOUBT.minusSeconds(1));
        studio.capture.compareCardIfQuiet();
        studio.settle();
        assertEquals(List.of(), camera.fetched, "somebody may press any moment");

        clock.pass(Duration.ofSeconds(1));
        studio.capture.compareCardIfQuiet();
        studio.settle();
        studio.settle();
        assertEquals(List.of(unannounced), camera.fetched);
        assertTrue(stated().isSettled());
        assertTrue(studio.journal().contains("card-comparison-asked"));
    }

    private CardStatement reconcile() throws Exception {
        CardStatement statement = Waiting.forResult(studio.capture.card().reconcile("测试"));
        studio.settle();
        return statement;
    }

    private CardStatement stated() throws Exception {
        return Waiting.forResult(studio.capture.card().statements()).get(0);
    }

    private static List<Integer> numbers(CardStatement statement) {
        return List.of(
                statement.onCard(),
                statement.filed(),
                statement.baseline(),
                statement.wanted(),
                statement.unexplained());
    }

    private List<Obstacle> reconciledObstacles() throws Exception {
        reconcile();
        return obstacles();
    }

    private List<Obstacle> obstacles() throws Exception {
        return Waiting.forResult(new CardObstacles(studio.database, Studio.SESSION.id(), "A").obstacles());
    }
}
