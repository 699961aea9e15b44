package caixiang.station.capture;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.crash.CrashPoint;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.store.Database;
import caixiang.station.store.Work;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a press to a frame filed under its number. May be used from any thread: every decision is made on the store thread,
 * one after the other, and is on the disk before anything follows from it. The order to the camera is never repeated.
 */
public final class Capture implements CameraListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Capture.class);
    private static final long RETRY_MILLIS = 2_000;
    private static final String GAP_IN_FILES = "counter=gap";

    private final Camera camera;
    private final Database database;
    private final Announcements announcements;
    private final ShotLedger ledger;
    private final Filing filing;
    private final Recovery recovery;
    private final ScheduledExecutorService timer;
    private final Presses presses;
    private final CardFetch fetch;
    private final WaitingRaws raws;
    private final Reconciliation card;
    private final LateShots lateShots;
    private final CardWatch cardWatch = new CardWatch();

    public Capture(
            Camera camera,
            Database database,
            FrameArchive archive,
            CaptureContext context,
            Announcements announcements) {
        this.camera = camera;
        this.database = database;
        this.announcements = announcements;
        this.ledger = new ShotLedger(archive, context, database.clock());
        this.filing = new Filing(archive, context, database.clock());
        this.recovery = new Recovery(archive, filing, database.clock());
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "capture-deadline");
            thread.setDaemon(true);
            return thread;
        });
        Presses.Limits limits = new Presses.Limits(context.settings().deadline(), timer);
        this.presses = new Presses(camera, database, ledger, announcements, limits);
        this.fetch = new CardFetch(camera, timer);
        this.lateShots = new LateShots(database.clock());
        this.raws = new WaitingRaws(
                database,
                new Companions(archive, context, database.clock()),
                timer,
                announcements,
                raw -> deliver(Delivery.left(raw)));
        this.card = new Reconciliation(camera, database, context, fetch, announcements);
    }

    /**
     * Completes what the last run left undone, files the frames left in the spool, and starts the camera.
     *
     * @param leftInSpool whole frames that lay in the spool, oldest first
     */
    @CheckReturnValue
    public CompletionStage<Void> start(List<SpooledFrame> leftInSpool) {
        return database.inOrder(transactions -> recovery.run(transactions, leftInSpool))
                .thenCompose(rebuilt -> {
                    rebuilt.forEach(announcements::filed);
                    return deliverAll(leftInSpool, 0);
                })
                .thenRun(() -> {
                    watchLateShots();
                    watchCard();
                    camera.start(this);
                });
    }

    /** Once a minute; a shot that nothing will explain any more must not stay open for ever. */
    private void watchLateShots() {
        try {
            var unused = timer.scheduleWithFixedDelay(
                    () -> journal(lateShots::giveUp), 0, LateShots.LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.debug("late shots are looked at after the next start");
        }
    }

    private void watchCard() {
        try {
            var unused = timer.scheduleWithFixedDelay(
                    this::compareCardIfQuiet, CardWatch.LOOK_SECONDS, CardWatch.LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            log.debug("the card is compared after the next start");
        }
    }

    /** Only while the camera can be used and no press is under way: comparing takes it away for some seconds. */
    void compareCardIfQuiet() {
        Instant now = database.clock().instant();
        if (presses.isRunning() || !camera.status().isReady() || !cardWatch.begin(now)) {
            return;
        }
        var unused = card.reconcile("station").whenComplete((statement, failure) -> {
            cardWatch.ended(failure == null, now);
            if (failure != null) {
                log.warn("the card could not be compared in a quiet moment: {}", failure.toString());
            }
        });
    }

    private void mayHaveExposed(CaptureOutcome outcome) {
        boolean isUnclear = outcome instanceof CaptureOutcome.Late
                || (outcome instanceof CaptureOutcome.Failed failed && Faults.mayHaveExposed(failed.fault()));
        if (isUnclear) {
            cardWatch.doubt();
        }
        used();
    }

    private void used() {
        cardWatch.used(database.clock().instant());
    }

    /** One after the other: more than the database's queue holds may lie in the spool. */
    private CompletionStage<Void> deliverAll(List<SpooledFrame> frames, int index) {
        if (index == frames.size()) {
            return CompletableFuture.completedFuture(null);
        }
        SpooledFrame frame = frames.get(index);
        CompletionStage<Void> delivered = frame.isRaw() ? raws.take(frame) : deliver(Delivery.left(frame));
        return delivered.thenCompose(done -> deliverAll(frames, index + 1));
    }

    /** Whether a press waits for its outcome. */
    public boolean isCapturing() {
        return presses.isRunning();
    }

    /**
     * Fires the camera for the current number. The stage completes, and normally, within the deadline, whatever the
     * camera, the disk or the database do.
     */
    @CheckReturnValue
    public CompletionStage<CaptureOutcome> press(PressRequest request) {
        used();
        return presses.press(request).whenComplete((outcome, failure) -> {
            if (failure == null) {
                mayHaveExposed(outcome);
            }
        });
    }

    @Override
    public void statusChanged(CameraStatus status) {
        if (!status.isReady() && status.fault().isPresent()) {
            CameraFault fault = status.fault().get();
            presses.running().ifPresent(press -> presses.failed(press.shotId(), fault, ShotEvent.CAMERA_UNCLEAR));
        }
        announcements.stateChanged();
    }

    @Override
    public void shotFailed(String shotId, CameraFault fault) {
        presses.failed(shotId, fault, Faults.mayHaveExposed(fault) ? ShotEvent.CAMERA_UNCLEAR : ShotEvent.NO_PICTURE);
    }

    @Override
    public void frameSpooled(SpooledFrame frame) {
        used();
        var unused = frame.isRaw()
                ? raws.take(frame)
                : deliver(Delivery.heard(frame, database.clock().instant()));
    }

    /** Files a picture that came in by another way than a camera. Completes when the first attempt is over. */
    @CheckReturnValue
    public CompletionStage<Void> sent(SpooledFrame frame) {
        return deliver(Delivery.heard(frame, database.clock().instant()));
    }

    /** Completes when this attempt is over, whatever came of it. */
    private CompletionStage<Void> deliver(Delivery delivery) {
        return database.inOrder(transactions -> filing.file(transactions, delivery))
                .handle((result, failure) -> {
                    if (failure == null) {
                        filed(result);
                    } else {
                        notFiled(delivery, failure);
                    }
                    return null;
                });
    }

    private void filed(Filing.Result result) {
        Frame frame = result.frame();
        if (result.isNew()) {
            if (frame.evidence().stream().anyMatch(word -> word.startsWith(GAP_IN_FILES))) {
                cardWatch.doubt();
            }
            announcements.filed(frame);
            raws.jpegFiled(frame);
            card.filed();
        }
        frame.shotId()
                .ifPresent(id -> presses.settle(id, press -> new CaptureOutcome.Filed(id, press.number(), frame)));
        CrashPoint.ACKNOWLEDGED.passed();
    }

    /** The frame is safe in the spool. It is tried again until the cause is gone; the next start would try it too. */
    private void notFiled(Delivery delivery, Throwable failure) {
        RefusalCode code = Faults.ofStation(failure);
        String name = String.valueOf(delivery.spooled().file().getFileName());
        if (delivery.failAgain()) {
            log.warn("frame {} is still not filed: {}", name, failure.getMessage());
        } else {
            log.error("frame {} is not filed and waits in the spool: {}", name, code, failure);
            journal(handle -> ledger.frameNotFiled(handle, delivery.spooled(), code));
            delivery.spooled().shotId().ifPresent(id -> {
                presses.happened(id, ShotEvent.FRAME_WAITS, Optional.of(code.name()));
                presses.settle(id, press -> new CaptureOutcome.Unfiled(id, press.number(), code));
            });
        }
        try {
            var unused = timer.schedule(() -> deliver(delivery), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.info("frame {} waits in the spool for the next start", name);
        }
    }

    /** The card and the archive, compared. */
    public Reconciliation card() {
        return card;
    }

    @Override
    public void cardUnread(CameraIdentity camera, int entries) {
        card.unread(entries);
    }

    @Override
    public void cardListed(CameraIdentity listedCamera, List<CardObject> objects) {
        cardWatch.compared();
        card.listed(
                listedCamera,
                objects,
                shot -> presses.running()
                        .filter(press -> press.is(shot.shotId()))
                        .isPresent());
    }

    @Override
    public void transferFailed(CardObject object, CameraFault fault) {
        // A RAW is no answer to a press; its JPEG may be on its way.
        Optional<String> shotId = PictureKind.isRaw(object.name())
                ? Optional.empty()
                : presses.running().map(Press::shotId);
        CameraStatus status = camera.status();
        journal(handle -> ledger.transferFailed(handle, status, object, fault, shotId));
        shotId.ifPresent(id -> presses.failed(id, fault, ShotEvent.CAMERA_UNCLEAR));
        fetch.again(object, fault);
    }

    private void journal(Work<Boolean> work) {
        var unused = database.write(work).whenComplete((done, failure) -> {
            if (failure != null) {
                log.error("this could not be journaled", failure);
            }
        });
    }

    /** Takes no more presses; one that waits is told that its frame will be late. What is being filed is finished. */
    @Override
    public void close() {
        presses.close();
        card.close();
        timer.shutdownNow();
    }
}
