package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.Camera;
import caixiang.station.camera.Spool;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.config.CaptureSettings;
import caixiang.station.roster.SampleIds;
import caixiang.station.site.LocalQueue;
import caixiang.station.store.Database;
import caixiang.station.store.FrameView;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalRow;
import caixiang.station.store.ReadModel;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import caixiang.station.store.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The real rooms from database to capture in a folder, with a camera that a test commands. */
final class Studio implements AutoCloseable {
    static final Session SESSION = new Session("2026-11-22-a", "示例");
    static final Duration SETTLING = Duration.ofMillis(1500);

    final Database database;
    final FrameArchive archive;
    final CheckIn desk;
    final ReadModel screens;
    /** The camera, whatever it is. */
    final Camera device;

    final CaptureContext context;
    final Capture capture;
    final BlockingQueue<Frame> announced = new LinkedBlockingQueue<>();
    volatile Consumer<Frame> onAnnounced = announced::add;
    private final Path folder;
    private int requests;

    /** Opens everything and lets twelve people be on the roster; the camera is not started yet. */
    Studio(Path folder, FrameArchive archive, Camera camera, Clock clock, Duration deadline) throws Exception {
        this(folder, archive, camera, clock, deadline, 0);
    }

    Studio(Path folder, FrameArchive archive, Camera camera, Clock clock, Duration deadline, long freeSpaceMinBytes)
            throws Exception {
        this.folder = folder;
        this.archive = archive;
        this.device = camera;
        database = Database.open(folder.resolve("db/caixiang.sqlite"), clock);
        IdentityVault vault = IdentityKey.open(folder.resolve("identity.key"), database);
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(SESSION, clock.instant())));
        Ids ids = new Ids(clock, new Random(System.nanoTime()));
        LocalQueue queue = new LocalQueue(database, SESSION, "A");
        desk = new CheckIn(queue, vault, SESSION, () -> {});
        screens = new ReadModel(database, vault, SESSION, "A");
        FrameListener collector = new FrameListener() {
            @Override
            public void frameFiled(Frame frame) {
                onAnnounced.accept(frame);
            }

            @Override
            public void frameUnclaimed(Frame frame) {
                onAnnounced.accept(frame);
            }
        };
        context = new CaptureContext(SESSION, "A", new CaptureSettings(deadline, SETTLING, freeSpaceMinBytes), ids);
        capture = new Capture(camera, database, archive, context, new Announcements(List.of(collector), () -> {}));
        RosterImport rosters =
                new RosterImport(new RosterImport.Records(database, queue), vault, SESSION, ids, () -> {});
        assertTrue(Waiting.forResult(rosters.importCsv(roster(), "test")).isTaken());
    }

    /** The camera a test commands, where it is one. */
    FakeCamera camera() {
        return (FakeCamera) device;
    }

    static Path spoolOf(Path folder) {
        return folder.resolve("spool");
    }

    static FrameArchive archiveIn(Path folder) {
        return new FrameArchive(folder.resolve("archive"), Optional.empty());
    }

    void start() throws Exception {
        Waiting.forResult(capture.start(Spool.scan(spoolOf(folder)).frames()));
        settle();
    }

    /** Checks people in until this number is current. */
    void call(int number) throws Exception {
        for (int i = 1; i <= number; i++) {
            Waiting.forResult(desk.checkIn(String.format("2026%04d", i), "check-in-" + i, "test"));
        }
        while (Waiting.forResult(screens.queue()).current().orElseThrow().number() < number) {
            var unused = Waiting.forResult(desk.callNext("test"));
        }
    }

    CompletionStage<CaptureOutcome> press(String requestId) {
        return capture.press(new PressRequest(requestId, PressSource.API, "样操作"));
    }

    CaptureOutcome pressAndWait() throws Exception {
        requests++;
        return Waiting.forResult(press("press-" + requests));
    }

    /** Three pictures of whoever is current, ten seconds apart: from then on the clock counts as evidence. */
    void measureTheCamerasClock(TestClock clock) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(CaptureOutcome.Filed.class, pressAndWait());
            var unused = nextAnnounced();
            clock.pass(Duration.ofSeconds(10));
        }
    }

    Frame nextAnnounced() throws InterruptedException {
        Frame frame = announced.poll(20, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame was announced within 20 s");
        }
        return frame;
    }

    /** Waits until what the camera has told so far is worked off. */
    void settle() throws Exception {
        // What is told may lead to a fetch, whose frame is then told: two rounds.
        for (int i = 0; i < 3; i++) {
            Waiting.forResult(database.write(handle -> true));
        }
    }

    List<Frame> framesOf(int number) throws Exception {
        return Waiting.forResult(screens.sitting(number)).orElseThrow().frames().stream()
                .map(FrameView::frame)
                .toList();
    }

    List<Frame> tray() throws Exception {
        return Waiting.forResult(screens.tray()).stream().map(FrameView::frame).toList();
    }

    Shot shot(String shotId) throws Exception {
        return Waiting.forResult(
                database.read(handle -> new Shots(handle).find(shotId).orElseThrow()));
    }

    /** What the station does once a minute. */
    boolean giveUpLateShots() throws Exception {
        return Waiting.forResult(database.write(new LateShots(database.clock())::giveUp));
    }

    List<String> journal() throws Exception {
        List<JournalRow> rows = Waiting.forResult(screens.journal(1000));
        return rows.stream().map(JournalRow::what).toList();
    }

    void verifyJournal() throws Exception {
        var broken = Waiting.forResult(database.read(handle -> new Journal(handle).firstBroken()));
        assertEquals(java.util.OptionalLong.empty(), broken);
    }

    @Override
    public void close() {
        device.close();
        capture.close();
        database.close();
    }

    private static byte[] roster() {
        StringBuilder csv = new StringBuilder("学号,姓名,身份证号\n");
        for (int i = 1; i <= 12; i++) {
            csv.append(String.format("2026%04d,样%d,%s%n", i, i, SampleIds.number(i)));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
