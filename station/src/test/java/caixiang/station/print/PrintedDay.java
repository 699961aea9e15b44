package caixiang.station.print;

import caixiang.layouts.geometry.Size;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.PortraitFormat;
import caixiang.layouts.template.SheetTemplates;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.config.NameStyle;
import caixiang.station.config.PrintOrdering;
import caixiang.station.config.PrinterSettings;
import caixiang.station.portrait.PortraitCutter;
import caixiang.station.portrait.PortraitRule;
import caixiang.station.store.Database;
import caixiang.station.store.FramePrints;
import caixiang.station.store.Frames;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalRow;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.Sittings;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * A station's portrait and print rooms on a real database and archive, without camera and web. Opening another day on
 * the same folder is a restart.
 */
final class PrintedDay implements AutoCloseable {
    static final Session SESSION = new Session("2026-11-22-a", "测试");
    static final PrintTiming QUICK = new PrintTiming(
            Duration.ofMillis(40),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMinutes(15),
            Duration.ofMinutes(3));

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Database database;
    private final ArchivePaths archive;
    private final Ids ids = new Ids(Clock.systemUTC(), new Random(7));
    private final ExecutorService sheetThreads = Executors.newFixedThreadPool(2);
    private final PortraitCutter portraits;
    private final PrintRoom room;

    private PrintedDay(Path folder, SheetTemplates templates, List<String> names, Optional<Printer> printer)
            throws StoreException {
        database = Database.open(folder.resolve("db/caixiang.sqlite"), Clock.systemUTC());
        archive = new ArchivePaths(folder.resolve("archive"));
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(SESSION, Instant.now())));
        PrintContext context = new PrintContext(SESSION, settings(names), ids, new Deaf(), QUICK);
        room = new PrintRoom(context, database, new PrintRoom.Workshop(archive, templates, sheetThreads), printer);
        PortraitRule rule = new PortraitRule(
                new CropRectangle(0.261904762, 0, 0.476190476, 1),
                PortraitFormat.printed(Size.ofMillimetres("35", "49"), 600, 95));
        portraits = new PortraitCutter(
                SESSION, rule, database, new PortraitCutter.Workplace(archive, sheetThreads), frame -> room.wake());
    }

    private static PrinterSettings settings(List<String> templates) {
        return new PrinterSettings(
                Optional.empty(),
                Optional.empty(),
                NameStyle.MASKED,
                new PrinterSettings.SheetSettings(true, templates, PrintOrdering.NUMBER, 3));
    }

    static PrintedDay open(Path folder, Printer printer) throws StoreException {
        return open(folder, SheetTemplates.shipped(), List.of("4x2in", "8x1in"), Optional.of(printer));
    }

    static PrintedDay open(Path folder, SheetTemplates templates, List<String> names, Optional<Printer> printer)
            throws StoreException {
        PrintedDay day = new PrintedDay(folder, templates, names, printer);
        day.room.start();
        day.portraits.wake();
        return day;
    }

    private static final class Deaf implements PrintListener {
        @Override
        public void sheetsChanged(String frameId) {}

        @Override
        public void printerChanged() {}
    }

    PrintRoom room() {
        return room;
    }

    Path file(String inArchive) {
        return archive.resolve(inArchive);
    }

    /** A person at the desk, photographed and filed; the cutter is told. */
    Frame file(int number, String name) throws StoreException, IOException {
        return file(number, name, jpeg());
    }

    Frame file(int number, String name, byte[] picture) throws StoreException, IOException {
        String frameId = ids.next();
        Instant now = Instant.now();
        Frame frame = new Frame(
                frameId,
                SESSION.id(),
                "A",
                OptionalInt.of(number),
                Optional.empty(),
                FrameReason.BODY_PRESS_CURRENT,
                List.of(),
                ArchivePaths.frameFile(SESSION.id(), OptionalInt.of(number), frameId),
                "0".repeat(64),
                picture.length,
                Optional.empty(),
                new CameraIdentity("serial", "model", "port"),
                new CardObject("/store_00010001", "DSC_0001.JPG", picture.length, now),
                new FrameTimes(Optional.of(now), now, now, now),
                List.of());
        Files.createDirectories(archive.resolve(ArchivePaths.folder(SESSION.id(), frame.number())));
        Files.write(archive.resolve(frame.file()), picture);
        Waiting.forResult(database.write(handle -> {
            String student = "2026%04d".formatted(number);
            new People(handle)
                    .save(
                            SESSION.id(),
                            new PersonRow(student, student, name, "", "", Optional.empty()),
                            Optional.empty());
            new Sittings(handle, SESSION.id()).insertWaiting(number, student, "request-" + number, now);
            new Frames(handle).insert(frame);
            return frame;
        }));
        portraits.wake();
        return frame;
    }

    void wakeAll() {
        portraits.wake();
        room.wake();
    }

    FramePrints prints(Frame frame) {
        try {
            Map<String, FramePrints> prints =
                    Waiting.forResult(new PrintReadModel(database).of(List.of(frame.frameId())));
            return prints.values().iterator().next();
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    List<SheetState> states(Frame frame) {
        return prints(frame).sheets().stream().map(SheetRow::state).toList();
    }

    /** Waits until the sheets of a frame stand like this, in the order they were planned. */
    void await(Frame frame, SheetState... states) {
        List<SheetState> wanted = List.of(states);
        await(
                () -> states(frame).equals(wanted),
                () -> "the sheets are " + prints(frame).sheets());
    }

    static void await(BooleanSupplier fact, java.util.function.Supplier<String> otherwise) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!fact.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    List<JournalRow> journal() throws StoreException {
        return Waiting.forResult(database.read(handle -> new Journal(handle).newest(SESSION.id(), 1000)));
    }

    /** Orderly, or what is left after a kill: the database has every commit that was answered, and no other. */
    @Override
    public void close() {
        portraits.close();
        room.close();
        sheetThreads.shutdown();
        database.close();
    }

    static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(1500, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(67, 142, 219));
        pen.fillRect(0, 0, 1500, 1000);
        pen.setColor(new Color(230, 190, 160));
        pen.fillOval(600, 200, 300, 400);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
