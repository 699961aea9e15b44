package caixiang.station;

import caixiang.layouts.template.TemplateException;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.Reassignment;
import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraPort;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.supervisor.AgentCamera;
import caixiang.station.camera.supervisor.AgentCameraOptions;
import caixiang.station.capture.Announcements;
import caixiang.station.capture.Capture;
import caixiang.station.capture.CaptureContext;
import caixiang.station.capture.CardObstacles;
import caixiang.station.capture.CardTidying;
import caixiang.station.capture.tray.TrayContext;
import caixiang.station.capture.tray.TrayRoom;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.checkin.WalkIn;
import caixiang.station.config.CameraSettings;
import caixiang.station.config.CardRetention;
import caixiang.station.config.Settings;
import caixiang.station.day.Day;
import caixiang.station.day.Obstacle;
import caixiang.station.day.Obstacle.Code;
import caixiang.station.day.ObstacleSource;
import caixiang.station.journal.JournalFiles;
import caixiang.station.journal.JournalPlace;
import caixiang.station.keeping.Keeper;
import caixiang.station.pictures.PictureRoom;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.ReadModel;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import caixiang.station.web.Events;
import caixiang.station.web.Rooms;
import caixiang.station.web.WebServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running station: every object is built here by hand, started in order and stopped in reverse. */
final class Station {
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration WITH_DISK = Duration.ofSeconds(15);
    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = 4;

    private final StopOrder stops = new StopOrder();
    private final Settings settings;
    private final ForwardClock clock;

    private Station(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = new ForwardClock(clock, System::nanoTime);
    }

    /** Blocks until the console can be opened. What was begun is stopped again when the rest fails. */
    static Running start(Settings settings, Clock clock) throws StartException {
        var station = new Station(settings, clock);
        try {
            int port = station.open();
            return new Running(URI.create("http://127.0.0.1:" + port + "/"), station.stops);
        } catch (IOException | StoreException | TemplateException e) {
            station.stops.stopAll();
            throw StartException.of(e);
        } catch (RuntimeException | Error e) {
            station.stops.stopAll();
            throw e;
        }
    }

    /** @param address where the console is */
    record Running(URI address, StopOrder stops) {
        void stop() {
            stops.stopAll();
        }
    }

    private int open() throws IOException, StoreException, TemplateException {
        DataLock lock = DataLock.take(settings.data().root());
        stops.add("lock", QUICK, lock::close);
        ImportMark.requireNone(settings.data().root());
        Records records = Records.open(settings, clock);
        stops.add("store", WITH_DISK, records.database()::close);
        JournalFiles journal = journal(records);
        stops.add("journal", QUICK, journal::close);
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(WORKERS));
        stops.add("vertx", QUICK, () -> await(vertx.close(), QUICK));
        ThreadPoolExecutor sheetThreads = SheetThreads.open();
        stops.add("sheets", WITH_DISK, () -> SheetThreads.close(sheetThreads, WITH_DISK));
        var archive =
                new FrameArchive(settings.data().archive(), settings.archive().secondCopy());
        var events = new Events(vertx, vertx.getOrCreateContext());
        var keeper = new Keeper(
                records.database(),
                new Keeper.Charge(
                        records.session(),
                        archive,
                        records.vault(),
                        settings.capture().freeSpaceMinBytes()),
                events::stateChanged);
        stops.add("keeper", WITH_DISK, keeper::close);
        Site site = Site.open(settings, records, events::stateChanged, stops);
        Paper paper = Paper.of(settings, records, archive.paths(), sheetThreads, events);
        stops.add("printing", WITH_DISK, paper::close);
        Camera camera = camera();
        stops.add("camera", WITH_DISK, camera::close);
        Capture capture = capture(records, camera, archive, paper);
        var rooms = new Rooms(
                new ReadModel(
                        records.database(),
                        records.vault(),
                        records.session(),
                        settings.station().name()),
                new CheckIn(site.queue(), records.vault(), records.session(), events::stateChanged),
                new RosterImport(
                        new RosterImport.Records(records.database(), site.roster()),
                        records.vault(),
                        records.session(),
                        records.ids(),
                        events::stateChanged),
                new WalkIn(site.queue(), records.vault(), records.session(), records.ids(), events::stateChanged),
                new PictureRoom(
                        new PictureRoom.Records(records.database(), records.vault(), records.session(), records.ids()),
                        site.queue(),
                        capture,
                        new PictureRoom.Workplace(settings.data().pictureSpool(), sheetThreads),
                        events::stateChanged),
                camera,
                capture,
                tray(records, archive, paper),
                paper.watch(),
                settings.station().name(),
                paper.printing(),
                new PrintReadModel(records.database()),
                archive,
                keeper,
                new Day(
                        records.database(),
                        records.session(),
                        obstacles(records, keeper, journal, site),
                        events::stateChanged),
                sheetThreads,
                site.sharing().map(Site.Sharing::membership),
                site.sharing().map(Site.Sharing::standing));
        begin(rooms, paper);
        tidyCard(rooms, records, archive);
        int port =
                serve(new WebServer(vertx, events, rooms, clock, settings.web().port()), rooms.capture());
        site.consoleIsAt(port);
        return port;
    }

    /** What the last run left undone comes before anything new. */
    private void begin(Rooms rooms, Paper paper) throws IOException, StoreException {
        if (settings.roster().isPresent()) {
            RosterAtStart.load(settings.roster().get(), rooms.roster());
        }
        rooms.tray().recover();
        List<SpooledFrame> left =
                new ArrayList<>(Spool.scan(settings.data().spool()).frames());
        left.addAll(Spool.scan(settings.data().pictureSpool()).frames());
        Waiting.forResult(rooms.capture().start(left));
        rooms.keeper().start();
        Waiting.forResult(rooms.day().start());
        paper.start();
    }

    private void tidyCard(Rooms rooms, Records records, FrameArchive archive) {
        if (settings.camera().retention() == CardRetention.DELETE_VERIFIED) {
            var tidying = new CardTidying(
                    rooms.camera(),
                    rooms.capture(),
                    records.database(),
                    archive,
                    settings.camera().cardKeep());
            stops.add("card", QUICK, tidying::close);
            tidying.start();
        }
    }

    private int serve(WebServer web, Capture capture) throws IOException {
        int port = listen(web);
        stops.add("web", QUICK, () -> await(web.stop(), QUICK));
        // Stopped before the web, so that whoever waits for a press is still answered.
        stops.add("capture", QUICK, capture::close);
        return port;
    }

    /** What the rooms have against closing the day, beside what the database says of itself. */
    private List<ObstacleSource> obstacles(Records records, Keeper keeper, JournalFiles journal, Site site) {
        ObstacleSource unwritten = () -> CompletableFuture.completedFuture(
                journal.broken() == 0 ? List.of() : List.of(new Obstacle(Code.JOURNAL_BEHIND, journal.broken())));
        var cards = new CardObstacles(
                records.database(), records.session().id(), settings.station().name());
        List<ObstacleSource> all = new ArrayList<>(List.of(keeper, cards, unwritten));
        site.sharing().map(Site.Sharing::standing).ifPresent(all::add);
        return all;
    }

    private JournalFiles journal(Records records) {
        List<JournalPlace> places =
                new ArrayList<>(List.of(JournalPlace.in(settings.data().journal())));
        settings.archive()
                .secondCopy()
                .ifPresent(second -> places.add(
                        new JournalPlace(second.resolve(JournalFiles.FOLDER), new ArchivePaths(second).marker())));
        var files = new JournalFiles(
                places,
                settings.station().name(),
                records.database(),
                records.session().id());
        records.database().afterCommit(files::wake);
        files.wake();
        return files;
    }

    private Camera camera() throws IOException {
        CameraSettings wanted = settings.camera();
        if (wanted.isNone()) {
            return new NoCamera();
        }
        try {
            CameraPort port = CameraPort.parse(wanted.port());
            Path home = settings.data().root().resolve("agent");
            return new AgentCamera(
                    AgentCameraOptions.usual(port, settings.data().spool(), home));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Capture capture(Records records, Camera camera, FrameArchive archive, Paper paper) {
        var context =
                new CaptureContext(records.session(), settings.station().name(), settings.capture(), records.ids());
        var announcements = new Announcements(List.of(paper), paper.events()::stateChanged);
        return new Capture(camera, records.database(), archive, context, announcements);
    }

    private TrayRoom tray(Records records, FrameArchive archive, Paper paper) {
        var reassignment = new Reassignment(settings.data().archive(), archive.second());
        var context = new TrayContext(
                records.session(),
                settings.station().name(),
                settings.capture().bodyPressSettling(),
                records.ids(),
                paper::framesMoved);
        return new TrayRoom(records.database(), reassignment, context);
    }

    private int listen(WebServer web) throws IOException {
        try {
            return await(web.start(), WITH_DISK);
        } catch (IOException e) {
            if (e.getCause() instanceof BindException) {
                int port = settings.web().port();
                throw new IOException(
                        "port " + port + " is taken; stop the program that has it or give another --http-port", e);
            }
            throw e;
        }
    }

    private static <T> T await(Future<T> future, Duration deadline) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof IOException failure && !(cause instanceof BindException)
                    ? failure
                    : new IOException(String.valueOf(cause), cause);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + deadline.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
