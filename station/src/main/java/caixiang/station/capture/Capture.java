package caixiang.station.capture;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Database;
import caixiang.station.store.Transactions;
import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a press to a frame filed under its number. May be used from any thread: every decision is made on the store thread,
 * one after the other, and is on the disk before anything follows from it. A press has its outcome within the deadline,
 * whatever the camera, the disk or the database do; the order to the camera is never repeated.
 */
public final class Capture implements CameraListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Capture.class);
    private static final long RETRY_MILLIS = 2_000;

    private final Camera camera;
    private final Database database;
    private final CaptureContext context;
    private final Announcements announcements;
    private final ShotLedger ledger;
    private final Filing filing;
    private final Recovery recovery;
    private final ScheduledExecutorService timer;
    private final CardFetch fetch;

    private volatile @Nullable Press active;
    private volatile boolean closed;

    public Capture(
            Camera camera,
            Database database,
            FrameArchive archive,
            CaptureContext context,
            Announcements announcements) {
        this.camera = camera;
        this.database = database;
        this.context = context;
        this.announcements = announcements;
        this.ledger = new ShotLedger(archive, context, database.clock());
        this.filing = new Filing(archive, context, database.clock());
        this.recovery = new Recovery(archive, filing, database.clock());
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "capture-deadline");
            thread.setDaemon(true);
            return thread;
        });
        this.fetch = new CardFetch(camera, timer);
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
                .thenRun(() -> camera.start(this));
    }

    /** One after the other: more than the database's queue holds may lie in the spool. */
    private CompletionStage<Void> deliverAll(List<SpooledFrame> frames, int index) {
        return index == frames.size()
                ? CompletableFuture.completedFuture(null)
                : deliver(new Delivery(frames.get(index))).thenCompose(done -> deliverAll(frames, index + 1));
    }

    /** Whether a press waits for its outcome. */
    public boolean isCapturing() {
        Press press = active;
        return press != null && press.isOpen();
    }

    /** Fires the camera for the current number. The stage always completes, and normally, within the deadline. */
    @CheckReturnValue
    public CompletionStage<CaptureOutcome> press(PressRequest request) {
        return database.inOrder(transactions -> begin(transactions, request))
                .exceptionally(failure -> {
                    log.error("a press could not be recorded", failure);
                    return CompletableFuture.completedFuture(new CaptureOutcome.Refused(Faults.ofStation(failure)));
                })
                .thenCompose(outcome -> outcome);
    }

    private CompletionStage<CaptureOutcome> begin(Transactions transactions, PressRequest request) throws Exception {
        if (closed) {
            return CompletableFuture.completedFuture(new CaptureOutcome.Refused(RefusalCode.STOPPING));
        }
        Press running = active;
        CameraStatus status = camera.status();
        ShotLedger.Begun begun = transactions.commit(handle -> ledger.begin(handle, request, status, isCapturing()));
        if (begun.outcome().isPresent()) {
            announcements.stateChanged();
            return CompletableFuture.completedFuture(begun.outcome().get());
        }
        if (running != null && running.is(begun.shotId())) {
            return running.outcome();
        }
        Press press = Press.of(begun.shotId(), begun.number());
        active = press;
        long deadlineMillis = context.settings().deadline().toMillis();
        var deadline = timer.schedule(() -> deadlinePassed(press), deadlineMillis, TimeUnit.MILLISECONDS);
        var unused = press.outcome().whenComplete((outcome, failure) -> deadline.cancel(false));
        var unusedToo = camera.trigger(press.shotId())
                .whenComplete((taken, failure) -> orderAnswered(press, Optional.ofNullable(failure)));
        return press.outcome();
    }

    private void orderAnswered(Press press, Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            change(press.shotId(), ShotState.FIRED, Optional.empty());
            return;
        }
        CameraFault fault = Faults.ofCamera(failure.get());
        shotEnded(press.shotId(), fault, Faults.mayHaveExposed(fault) ? ShotState.LATE : ShotState.REFUSED);
    }

    @Override
    public void shotFailed(String shotId, CameraFault fault) {
        shotEnded(shotId, fault, Faults.mayHaveExposed(fault) ? ShotState.LATE : ShotState.FAILED);
    }

    private void shotEnded(String shotId, CameraFault fault, ShotState state) {
        change(shotId, state, Optional.of(fault.name()));
        settle(shotId, press -> new CaptureOutcome.Failed(press.shotId(), press.number(), fault));
    }

    private void deadlinePassed(Press press) {
        if (press.outcome().complete(new CaptureOutcome.Late(press.shotId(), press.number()))) {
            change(press.shotId(), ShotState.LATE, Optional.empty());
        }
    }

    private void settle(String shotId, Function<Press, CaptureOutcome> outcome) {
        Press press = active;
        if (press != null && press.is(shotId) && press.outcome().complete(outcome.apply(press))) {
            announcements.stateChanged();
        }
    }

    private void change(String shotId, ShotState state, Optional<String> code) {
        watch(database.write(handle -> ledger.change(handle, shotId, state, code)), "the state of a shot");
    }

    @Override
    public void statusChanged(CameraStatus status) {
        Press press = active;
        if (press != null
                && press.isOpen()
                && !status.isReady()
                && status.fault().isPresent()) {
            shotEnded(press.shotId(), status.fault().get(), ShotState.LATE);
        }
        announcements.stateChanged();
    }

    @Override
    public void frameSpooled(SpooledFrame frame) {
        var unused = deliver(new Delivery(frame));
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
            announcements.filed(frame);
        }
        frame.shotId()
                .ifPresent(shotId -> settle(shotId, press -> new CaptureOutcome.Filed(shotId, press.number(), frame)));
    }

    /** The frame is safe in the spool. It is tried again until the cause is gone; the next start would try it too. */
    private void notFiled(Delivery delivery, Throwable failure) {
        RefusalCode code = Faults.ofStation(failure);
        log.error("frame {} is not filed yet: {}", delivery.spooled().file(), code, failure);
        Press press = active;
        if (press != null && delivery.spooled().shotId().filter(press::is).isPresent()) {
            change(press.shotId(), ShotState.LATE, Optional.of(code.name()));
            settle(press.shotId(), p -> new CaptureOutcome.Unfiled(p.shotId(), p.number(), code));
        }
        try {
            var unused = timer.schedule(() -> deliver(delivery), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.info(
                    "{} waits in the spool for the next start",
                    delivery.spooled().file());
        }
    }

    @Override
    public void cardListed(CameraIdentity listedCamera, List<CardObject> objects) {
        List<CardObject> listed = List.copyOf(objects);
        var unused = database.write(handle -> new CardComparison(
                                handle, context, listedCamera, database.clock().instant())
                        .compare(listed, shot -> isCapturing() && isActive(shot.shotId())))
                .whenComplete((missed, failure) -> {
                    if (failure == null) {
                        fetch.begin(missed);
                        announcements.stateChanged();
                    } else {
                        log.error(
                                "the card could not be compared; it is compared again when the camera reconnects",
                                failure);
                    }
                });
    }

    private boolean isActive(String shotId) {
        Press press = active;
        return press != null && press.is(shotId);
    }

    @Override
    public void transferFailed(CardObject object, CameraFault fault) {
        Press press = active;
        Optional<String> shotId = press != null && press.isOpen() ? Optional.of(press.shotId()) : Optional.empty();
        watch(
                database.write(handle -> ledger.transferFailed(handle, camera.status(), object, fault, shotId)),
                "a failed transfer");
        shotId.ifPresent(shot -> shotEnded(shot, fault, ShotState.LATE));
        fetch.again(object, fault);
    }

    private void watch(CompletionStage<?> stage, String what) {
        var unused = stage.whenComplete((result, failure) -> {
            if (failure != null) {
                log.error("{} could not be recorded", what, failure);
            } else {
                announcements.stateChanged();
            }
        });
    }

    /** Takes no more presses; one that waits is told that its frame will be late. What is being filed is finished. */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        Press press = active;
        if (press != null) {
            press.outcome().complete(new CaptureOutcome.Late(press.shotId(), press.number()));
        }
    }
}
