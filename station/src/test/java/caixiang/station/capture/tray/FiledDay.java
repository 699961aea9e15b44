package caixiang.station.capture.tray;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.archive.Reassignment;
import caixiang.station.archive.SecondCopy;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.site.LocalQueue;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalRow;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SheetJob;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.SheetTimes;
import caixiang.station.store.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real database and archive with second copy in a folder: six people called one after the other, frames as told. */
final class FiledDay implements AutoCloseable {
    static final Session SESSION = new Session("2026-11-22-a", "示例");
    private static final CameraIdentity CAMERA = new CameraIdentity("6012345", "D750", "usb:001,004");
    private static final int PEOPLE = 6;

    final Path folder;
    final Database database;
    final FrameArchive archive;
    private final Ids ids;
    private int exposures;

    /** Opens what lies in the folder; on an empty one checks six people in and calls five of them. */
    FiledDay(Path folder) throws Exception {
        this.folder = folder;
        Clock clock = Clock.systemUTC();
        boolean isNew = !Files.exists(folder.resolve("db"));
        database = Database.open(folder.resolve("db/caixiang.sqlite"), clock);
        archive = new FrameArchive(folder.resolve("archive"), Optional.of(folder.resolve("second")));
        archive.open();
        ids = new Ids(clock, new Random(1));
        if (isNew) {
            callFive(clock);
        }
    }

    private void callFive(Clock clock) throws Exception {
        IdentityVault vault = IdentityKey.open(folder.resolve("identity.key"), database);
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(SESSION, clock.instant())));
        StringBuilder roster = new StringBuilder("学号,姓名\n");
        for (int i = 1; i <= PEOPLE; i++) {
            roster.append("2026000%d,样%d%n".formatted(i, i));
        }
        var queue = new LocalQueue(database, SESSION, "A");
        var taken = Waiting.forResult(
                new RosterImport(new RosterImport.Records(database, queue), vault, SESSION, ids, () -> {})
                        .importCsv(roster.toString().getBytes(StandardCharsets.UTF_8), "test"));
        if (!taken.isTaken()) {
            throw new AssertionError(taken.toString());
        }
        CheckIn desk = new CheckIn(queue, vault, SESSION, () -> {});
        for (int i = 1; i <= PEOPLE; i++) {
            var unused = Waiting.forResult(desk.checkIn("2026000" + i, "check-in-" + i, "test"));
        }
        for (int i = 1; i <= PEOPLE - 2; i++) {
            var unused = Waiting.forResult(desk.callNext("test"));
        }
    }

    TrayRoom room() {
        return room(new Reassignment(folder.resolve("archive"), archive.second()));
    }

    TrayRoom room(Reassignment reassignment) {
        return new TrayRoom(database, reassignment, new TrayContext(SESSION, "A", Duration.ZERO, ids, moved -> {}));
    }

    /** Files a frame under the number, or into the tray. */
    Frame file(OptionalInt number) throws Exception {
        return file(number, List.of());
    }

    Frame file(OptionalInt number, List<String> evidence) throws Exception {
        exposures++;
        byte[] picture = ("picture " + exposures).getBytes(StandardCharsets.UTF_8);
        Path spooled = Files.write(folder.resolve("spooled"), picture);
        String frameId = ids.next();
        Instant now = Instant.ofEpochMilli(Clock.systemUTC().millis());
        Frame frame = new Frame(
                frameId,
                SESSION.id(),
                "A",
                number,
                Optional.empty(),
                number.isPresent() ? FrameReason.BODY_PRESS_CURRENT : FrameReason.UNCLAIMED,
                evidence,
                ArchivePaths.frameFile(SESSION.id(), number, frameId),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture)),
                picture.length,
                Optional.empty(),
                CAMERA,
                new CardObject("/DCIM", "DSC_%04d.JPG".formatted(exposures), picture.length, now),
                new FrameTimes(Optional.empty(), now, now, now),
                List.of());
        archive.file(frame, spooled);
        Waiting.forResult(database.write(handle -> {
            new Frames(handle).insert(frame);
            return true;
        }));
        return frame;
    }

    /** As after cutting and planning: a portrait, and one sheet for each state. */
    void cutWithSheets(Frame frame, SheetState... states) throws Exception {
        Instant now = Instant.ofEpochMilli(Clock.systemUTC().millis());
        Waiting.forResult(database.write(handle -> {
            var cut = new PortraitRow.Cut(
                    ArchivePaths.portraitFile(frame), "0".repeat(64), new PortraitRow.Crop(0, 0, 1, 1));
            CutPortraits portraits = new CutPortraits(handle);
            portraits.insert(PortraitRow.of(frame.frameId(), cut, now));
            portraits.sheetsPlanned(frame.frameId());
            for (int copy = 1; copy <= states.length; copy++) {
                String id = ids.next();
                new PrintedSheets(handle)
                        .insert(new SheetRow(
                                id,
                                frame.frameId(),
                                frame.number(),
                                "4x2in",
                                copy,
                                Optional.empty(),
                                ArchivePaths.sheetFile(frame, id),
                                false,
                                states[copy - 1],
                                SheetJob.named("job-" + copy),
                                SheetTimes.planned(now)));
            }
            return true;
        }));
    }

    /** For the second copies, which follow on their own thread. */
    void await(BooleanSupplier fact) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("the second copy did not follow within 20 s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    List<String> framesOf(int number) throws Exception {
        return Waiting.forResult(database.read(handle -> new Frames(handle)
                .ofNumber(SESSION.id(), number).stream().map(Frame::frameId).toList()));
    }

    Frame find(String frameId) throws Exception {
        return Waiting.forResult(
                database.read(handle -> new Frames(handle).find(frameId).orElseThrow()));
    }

    List<JournalRow> journal() throws Exception {
        return Waiting.forResult(database.read(handle -> new Journal(handle).newest(SESSION.id(), 100)));
    }

    @Override
    public void close() {
        archive.second().ifPresent(SecondCopy::close);
        database.close();
    }
}
