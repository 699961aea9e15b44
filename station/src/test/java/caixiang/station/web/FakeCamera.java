package caixiang.station.web;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A camera that spools a picture of one colour for each trigger, unless it was told to fail or to keep still. */
final class FakeCamera implements Camera {
    static final int WIDTH = 3000;
    static final int HEIGHT = 2000;
    private static final CameraIdentity BODY = new CameraIdentity("SN-1", "Test body", "test:");

    private final Path spool;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<CameraListener> listener = new CompletableFuture<>();
    private final LinkedBlockingQueue<CameraFault> faults = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> heldShots = new LinkedBlockingQueue<>();
    private volatile boolean holds;
    private final AtomicInteger exposures = new AtomicInteger();

    FakeCamera(Path spool, Clock clock) {
        this.spool = spool;
        this.clock = clock;
    }

    /** The next trigger fails with this. */
    void failWith(CameraFault fault) {
        faults.add(fault);
    }

    /** Triggers are taken, but no frame comes until {@link #release}. */
    void hold() {
        holds = true;
    }

    void release() throws InterruptedException {
        holds = false;
        deliver(Optional.of(heldShots.take()));
    }

    /** Somebody presses the shutter on the body. */
    void pressBody() {
        deliver(Optional.empty());
    }

    int exposures() {
        return exposures.get();
    }

    @Override
    public void start(CameraListener told) {
        thread.execute(() -> {
            told.cardListed(BODY, List.of());
            told.statusChanged(status());
            listener.complete(told);
        });
    }

    @Override
    public CameraStatus status() {
        return new CameraStatus(CameraStatus.State.READY, Optional.of(BODY), Optional.empty());
    }

    @Override
    public CompletionStage<Void> trigger(String shotId) {
        CameraFault fault = faults.poll();
        if (fault != null) {
            return CompletableFuture.failedFuture(new CameraException(fault, "as told"));
        }
        if (holds) {
            heldShots.add(shotId);
        } else {
            deliver(Optional.of(shotId));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> fetch(CardObject object) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void deliver(Optional<String> shotId) {
        thread.execute(() -> {
            try {
                listener.join().frameSpooled(expose(shotId));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private SpooledFrame expose(Optional<String> shotId) throws IOException {
        int number = exposures.incrementAndGet();
        byte[] jpeg = picture(number);
        String id = UUID.randomUUID().toString();
        Path file = spool.resolve(id + ".jpg");
        Path note = spool.resolve(id + ".json");
        Files.createDirectories(spool);
        Files.write(note, new byte[] {'{', '}'});
        Files.write(file, jpeg);
        Instant now = clock.instant();
        var object = new CardObject("/store_1/DCIM/100TEST", "TST_%04d.JPG".formatted(number), jpeg.length, now);
        return new SpooledFrame(file, note, sha256(jpeg), object, BODY, shotId, now, now);
    }

    private static byte[] picture(int number) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.getHSBColor(number * 0.13f, 0.6f, 0.9f));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
