package caixiang.station.capture;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A camera told by a test what it does. Its card is a folder, which outlives the process, and its frames go through a real
 * spool.
 */
final class FakeCamera implements Camera {
    static final CameraIdentity BODY = new CameraIdentity("6012345", "D750", "usb:001,004");
    /** Its clock is ahead by this, as cameras' clocks are. */
    static final Duration CLOCK_AHEAD = Duration.ofHours(8).plusSeconds(37);

    /** What it does when it is asked for an exposure. */
    @FunctionalInterface
    interface Shutter {
        CompletionStage<Void> trigger(String shotId);
    }

    final List<String> triggered = new CopyOnWriteArrayList<>();
    final List<CardObject> fetched = new CopyOnWriteArrayList<>();
    final List<CardObject> deleted = new CopyOnWriteArrayList<>();
    private final Path folder;
    private Path card;
    private int unread;
    private final Spool spool;
    private final Clock clock;
    private volatile CameraStatus status =
            new CameraStatus(CameraStatus.State.READY, Optional.of(BODY), Optional.empty());
    private volatile Shutter shutter = this::exposeAndDeliver;
    private volatile CameraListener listener = new Deaf();
    private int files;
    private String cardFolder = "/store_00010001/DCIM/100ND750";
    private String names = "DSC_%04d.JPG";
    private CameraIdentity body = BODY;
    private Duration ahead = CLOCK_AHEAD;
    private Duration agentAhead = Duration.ZERO;

    FakeCamera(Path folder, Clock clock) {
        try {
            this.spool = new Spool(Studio.spoolOf(folder));
            this.folder = folder;
            this.card = Files.createDirectories(folder.resolve("card"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.clock = clock;
    }

    void on(Shutter shutterNow) {
        shutter = shutterNow;
    }

    void numbersFilesFrom(int next) {
        files = next;
    }

    /** Puts another card in, or one that was in before. */
    synchronized void insert(String name) {
        try {
            card = Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a file of another day on the card that is in. */
    synchronized void layOld(String name, int daysAgo) {
        write(name, "old " + name + card, clock.instant().plus(ahead).minus(Duration.ofDays(daysAgo)));
    }

    /** Somebody deletes a file on the body. */
    synchronized void remove(CardObject object) {
        try {
            Files.delete(card.resolve(object.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many entries of the card cannot be read from now on. */
    void cannotRead(int entries) {
        unread = entries;
    }

    /** The RAW of the same exposure. */
    synchronized CardObject exposeRaw(CardObject jpeg) {
        String name = jpeg.name().replace(".JPG", ".NEF");
        return write(name, "raw " + files + jpeg.modified(), jpeg.modified());
    }

    /** A RAW of this name and time. */
    synchronized CardObject exposeRaw(Instant modified, String name) {
        return write(name, "raw " + name + modified, modified);
    }

    private CardObject write(String name, String content, Instant modified) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CardObject object = new CardObject(
                "/store_00010001/DCIM/100ND750", name, bytes.length, modified.truncatedTo(ChronoUnit.SECONDS));
        try {
            Path file = Files.write(card.resolve(name), bytes);
            Files.setLastModifiedTime(file, FileTime.from(object.modified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return object;
    }

    void namesFiles(String folder, String pattern) {
        cardFolder = folder;
        names = pattern;
    }

    /** Somebody sets its clock. */
    void setsClock(Duration by) {
        ahead = ahead.plus(by);
    }

    /** The computer's clock is set, which only the agent shows as it is. */
    void agentClockIs(Duration aheadOfStation) {
        agentAhead = aheadOfStation;
    }

    /** Another body is put on the cable. */
    void isBody(CameraIdentity other) {
        body = other;
        is(CameraStatus.State.READY, Optional.empty());
    }

    CameraListener listener() {
        return listener;
    }

    void is(CameraStatus.State state, Optional<CameraFault> fault) {
        status = new CameraStatus(state, Optional.of(body), fault);
        listener.statusChanged(status);
    }

    /** Connects as the agent does: the card first, then ready. */
    void connect() {
        if (unread > 0) {
            listener.cardUnread(body, unread);
        }
        listener.cardListed(body, onCard());
        is(CameraStatus.State.READY, Optional.empty());
    }

    /** The shutter fires: a new file lies on the card. */
    synchronized CardObject expose() {
        files++;
        byte[] picture = ("picture " + files + " taken at " + clock.instant()).getBytes(StandardCharsets.UTF_8);
        CardObject object = new CardObject(
                cardFolder,
                String.format(names, files % 10_000),
                picture.length,
                clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS));
        try {
            Path file = Files.write(card.resolve(object.name()), picture);
            Files.setLastModifiedTime(file, FileTime.from(object.modified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return object;
    }

    /** The file comes whole into the spool. */
    synchronized SpooledFrame spool(CardObject object, Optional<String> shotId) {
        String id = String.format("%08x-%d", files, System.nanoTime());
        try {
            byte[] picture = Files.readAllBytes(card.resolve(object.name()));
            Files.write(spool.part(id), picture);
            SpooledFrame frame = new SpooledFrame(
                    spool.picture(id, object.name()),
                    spool.note(id),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(picture)),
                    object,
                    body,
                    shotId,
                    clock.instant().plus(agentAhead),
                    clock.instant().plus(agentAhead));
            spool.keep(id, frame);
            return frame;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    SpooledFrame deliver(CardObject object, Optional<String> shotId) {
        SpooledFrame frame = spool(object, shotId);
        listener.frameSpooled(frame);
        return frame;
    }

    SpooledFrame pressOnTheBody() {
        return deliver(expose(), Optional.empty());
    }

    CompletionStage<Void> exposeAndDeliver(String shotId) {
        deliver(expose(), Optional.of(shotId));
        return CompletableFuture.completedFuture(null);
    }

    static CompletionStage<Void> failure(CameraFault fault) {
        return CompletableFuture.failedFuture(new CameraException(fault, "as the test wants it"));
    }

    List<CardObject> onCard() {
        try (Stream<Path> pictures = Files.list(card)) {
            List<CardObject> objects = new ArrayList<>();
            for (Path file : (Iterable<Path>) pictures.sorted()::iterator) {
                objects.add(new CardObject(
                        cardFolder,
                        file.getFileName().toString(),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start(CameraListener newListener) {
        listener = newListener;
        connect();
    }

    @Override
    public CameraStatus status() {
        return status;
    }

    @Override
    public CompletionStage<Void> trigger(String shotId) {
        triggered.add(shotId);
        return shutter.trigger(shotId);
    }

    @Override
    public CompletionStage<Void> fetch(CardObject object) {
        fetched.add(object);
        deliver(object, Optional.empty());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> delete(CardObject object) {
        deleted.add(object);
        remove(object);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> readCardAnew() {
        connect();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}

    /** Before the start nobody listens. */
    private static final class Deaf implements CameraListener {
        @Override
        public void statusChanged(CameraStatus changed) {}

        @Override
        public void cardListed(CameraIdentity camera, List<CardObject> objects) {}

        @Override
        public void frameSpooled(SpooledFrame frame) {}

        @Override
        public void shotFailed(String shotId, CameraFault fault) {}

        @Override
        public void transferFailed(CardObject object, CameraFault fault) {}
    }
}
