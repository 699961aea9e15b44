package caixiang.station.web;

import caixiang.layouts.template.SheetTemplates;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.Reassignment;
import caixiang.station.capture.Announcements;
import caixiang.station.capture.Capture;
import caixiang.station.capture.CaptureContext;
import caixiang.station.capture.FrameListener;
import caixiang.station.capture.tray.RunWatch;
import caixiang.station.capture.tray.TrayContext;
import caixiang.station.capture.tray.TrayRoom;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.checkin.WalkIn;
import caixiang.station.config.Settings;
import caixiang.station.day.Day;
import caixiang.station.keeping.Keeper;
import caixiang.station.pictures.PictureRoom;
import caixiang.station.portrait.PortraitCutter;
import caixiang.station.portrait.PortraitRule;
import caixiang.station.print.PrintContext;
import caixiang.station.print.PrintListener;
import caixiang.station.print.PrintRoom;
import caixiang.station.print.PrintTiming;
import caixiang.station.site.LocalQueue;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.ReadModel;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The web room with the real rooms behind it and a fake camera, on a free port. Three people are on its roster. */
final class TestStation implements AutoCloseable {
    static final String ROSTER = """
            学号,姓名,身份证号,学院,班级
            20260001,样甲子,,示例学院,一班
            20260002,样乙丑,,示例学院,一班
            20260003,样丙寅,,示例学院,一班
            """;

    final FakeCamera camera;
    final Events events;
    final Path data;
    final URI address;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService sheetThreads = Executors.newSingleThreadExecutor();
    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final Capture capture;
    private final PrintRoom printing;
    private final PortraitCutter portraits;
    private final RunWatch watch;
    private final WebServer server;
    private final Keeper keeper;

    TestStation(Path folder) throws Exception {
        Settings settings = Settings.load(
                Optional.empty(),
                Map.of(
                        "data", folder.resolve("data").toString(),
                        "identity.key", folder.resolve("key/identity.key").toString(),
                        "capture.free-space-min", "0B",
                        "capture.body-press-settling", "0s",
                        "capture.deadline", "2s"));
        Clock clock = Clock.systemUTC();
        data = settings.data().root();
        database = Database.open(settings.data().database(), clock);
        IdentityVault vault = IdentityKey.open(settings.identity().key(), database);
        var session = new Session("test-a", "Test");
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(session, clock.instant())));
        var ids = new Ids(clock, new Random(1));
        events = new Events(vertx, vertx.getOrCreateContext());
        camera = new FakeCamera(settings.data().spool(), clock);
        var archive = new FrameArchive(settings.data().archive(), Optional.empty());
        var context = new CaptureContext(session, settings.station().name(), settings.capture(), ids);
        capture = new Capture(
                camera, database, archive, context, new Announcements(List.of(news()), events::stateChanged));
        Waiting.forResult(capture.start(List.of()));
        printing = new PrintRoom(
                new PrintContext(session, settings.printer(), ids, sheetNews(), PrintTiming.usual()),
                database,
                new PrintRoom.Workshop(archive.paths(), SheetTemplates.shipped(), sheetThreads),
                Optional.empty());
        printing.start();
        watch = new RunWatch(
                session, "A", database, new RunWatch.Workplace(archive.paths(), sheetThreads), events::trayChanged);
        portraits = new PortraitCutter(
                session,
                PortraitRule.of(settings.portrait(), SheetTemplates.shipped().all()),
                database,
                new PortraitCutter.Workplace(archive.paths(), sheetThreads),
                frame -> {
                    printing.wake();
                    watch.wake();
                });
        keeper = new Keeper(database, new Keeper.Charge(session, archive, vault, 0), events::stateChanged);
        keeper.start();
        var queue = new LocalQueue(database, session, "A");
        var rooms = new Rooms(
                new ReadModel(database, vault, session, "A"),
                new CheckIn(queue, vault, session, events::stateChanged),
                new RosterImport(new RosterImport.Records(database, queue), vault, session, ids, events::stateChanged),
                new WalkIn(queue, vault, session, ids, events::stateChanged),
                new PictureRoom(
                        new PictureRoom.Records(database, vault, session, ids),
                        queue,
                        capture,
                        new PictureRoom.Workplace(settings.data().pictureSpool(), sheetThreads),
                        events::stateChanged),
                camera,
                capture,
                new TrayRoom(
                        database,
                        new Reassignment(settings.data().archive(), archive.second()),
                        new TrayContext(session, "A", Duration.ZERO, ids, moved -> printing.wake())),
                watch,
                "A",
                printing,
                new PrintReadModel(database),
                archive,
                keeper,
                new Day(database, session, List.of(), events::stateChanged),
                sheetThreads,
                Optional.empty(),
                Optional.empty());
        server = new WebServer(vertx, events, rooms, clock, 0);
        address = URI.create("http://127.0.0.1:" + await(server.start()));
        post("/api/roster", "text/csv", ROSTER);
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    HttpResponse<byte[]> post(String path, JsonObject body) throws IOException, InterruptedException {
        return post(path, "application/json", body.encode());
    }

    HttpResponse<byte[]> post(String path, String mediaType, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> checkIn(String credential, String requestId) throws IOException, InterruptedException {
        return post(
                "/api/check-ins", new JsonObject().put("credential", credential).put("requestId", requestId));
    }

    HttpResponse<byte[]> press(String requestId) throws IOException, InterruptedException {
        return post(
                "/api/captures", new JsonObject().put("requestId", requestId).put("source", "button"));
    }

    void closeStore() {
        database.close();
    }

    HttpClient client() {
        return client;
    }

    static JsonObject json(HttpResponse<byte[]> response) {
        return new JsonObject(new String(response.body(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws Exception {
        await(server.stop());
        capture.close();
        camera.close();
        keeper.close();
        portraits.close();
        watch.close();
        printing.close();
        sheetThreads.shutdownNow();
        await(vertx.close());
        database.close();
    }

    private FrameListener news() {
        return new FrameListener() {
            @Override
            public void frameFiled(Frame frame) {
                portraits.wake();
                events.frameChanged(frame.frameId());
            }

            @Override
            public void frameUnclaimed(Frame frame) {
                events.trayChanged();
            }
        };
    }

    private PrintListener sheetNews() {
        return new PrintListener() {
            @Override
            public void sheetsChanged(String frameId) {
                events.frameChanged(frameId);
            }

            @Override
            public void printerChanged() {
                events.stateChanged();
            }
        };
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
