package caixiang.station.capture;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraStatus;
import caixiang.station.crash.CrashPoint;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.store.Database;
import caixiang.station.store.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The press under way, of which there is at most one, and how it ends. Every press ends within the deadline, whatever the
 * camera, the disk or the database do. May be used from any thread; a press begins on the store thread.
 */
final class Presses {
    private static final Logger log = LoggerFactory.getLogger(Presses.class);

    private final Camera camera;
    private final Database database;
    private final ShotLedger ledger;
    private final Announcements announcements;
    private final Limits limits;

    private volatile @Nullable Press running;
    private volatile boolean closed;

    /** How long a press may take, and who watches the time. */
    record Limits(Duration deadline, ScheduledExecutorService timer) {}

    /** A press on its way to the record. */
    private record Begin(PressRequest request, AtomicBoolean isDecided, long pressedNanos) {}

    Presses(Camera camera, Database database, ShotLedger ledger, Announcements announcements, Limits limits) {
        this.camera = camera;
        this.database = database;
        this.ledger = ledger;
        this.announcements = announcements;
        this.limits = limits;
    }

    boolean isRunning() {
        return running().isPresent();
    }

    /** The press that waits for its outcome. */
    Optional<Press> running() {
        return Optional.ofNullable(running).filter(Press::isOpen);
    }

    CompletionStage<CaptureOutcome> press(PressRequest request) {
        // Whoever sets it first: the store thread, which then asks the camera, or the deadline, after which nobody
        // does.
        Begin begin = new Begin(request, new AtomicBoolean(), System.nanoTime());
        CompletableFuture<CaptureOutcome> answer = database.inOrder(t -> begin(t, begin))
                .exceptionally(failure -> {
                    log.error("a press could not be recorded", failure);
                    return refused(Faults.ofStation(failure));
                })
                .thenCompose(outcome -> outcome)
                .toCompletableFuture();
        afterDeadline(answer, begin, () -> {
            if (begin.isDecided().compareAndSet(false, true)) {
                answer.complete(new CaptureOutcome.Refused(RefusalCode.STORE_FAILED));
            }
        });
        return answer;
    }

    private CompletionStage<CaptureOutcome> begin(Transactions transactions, Begin begin) throws Exception {
        if (closed) {
            return refused(RefusalCode.STOPPING);
        }
        CameraStatus status = camera.status();
        ShotLedger.Begun begun =
                transactions.commit(handle -> ledger.begin(handle, begin.request(), status, isRunning()));
        Optional<Press> same = running().filter(press -> press.is(begun.shotId()));
        if (begun.outcome().isPresent() || same.isPresent()) {
            begin.isDecided().set(true);
            announcements.stateChanged();
            return same.isPresent()
                    ? same.get().outcome()
                    : CompletableFuture.completedFuture(begun.outcome().orElseThrow());
        }
        if (!begin.isDecided().compareAndSet(false, true)) {
            return notGiven(begun, RefusalCode.STORE_FAILED);
        }
        CrashPoint.INTENT_COMMITTED.passed();
        Press press = Press.of(begun.shotId(), begun.number());
        running = press;
        if (!afterDeadline(press.outcome(), begin, () -> deadlinePassed(press))) {
            return notGiven(begun, RefusalCode.STOPPING);
        }
        var unused =
                trigger(press).whenComplete((taken, failure) -> orderAnswered(press, Optional.ofNullable(failure)));
        return press.outcome();
    }

    /** The one place in the program that gives the order. */
    private CompletionStage<Void> trigger(Press press) {
        try {
            return camera.trigger(press.shotId());
        } catch (RuntimeException e) {
            log.error("the order of shot {} broke off", press.shotId(), e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The intent is on the disk and the order is not given: nobody would hear of its end. */
    private CompletionStage<CaptureOutcome> notGiven(ShotLedger.Begun begun, RefusalCode code) {
        happened(begun.shotId(), ShotEvent.ORDER_REFUSED, Optional.of(code.name()));
        return refused(code);
    }

    private static CompletionStage<CaptureOutcome> refused(RefusalCode code) {
        return CompletableFuture.completedFuture(new CaptureOutcome.Refused(code));
    }

    /** Does this when the time of the press is over without an outcome. False, and refused, when the program is stopping. */
    private boolean afterDeadline(CompletableFuture<CaptureOutcome> outcome, Begin begin, Runnable then) {
        long spentMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin.pressedNanos());
        long leftMillis = Math.max(1, limits.deadline().toMillis() - spentMillis);
        try {
            var timer = limits.timer().schedule(then, leftMillis, TimeUnit.MILLISECONDS);
            var unused = outcome.whenComplete((result, failure) -> timer.cancel(false));
            return true;
        } catch (RejectedExecutionException stopping) {
            outcome.complete(new CaptureOutcome.Refused(RefusalCode.STOPPING));
            return false;
        }
    }

    private void orderAnswered(Press press, Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            happened(press.shotId(), ShotEvent.ORDER_TAKEN, Optional.empty());
            return;
        }
        CameraFault fault = Faults.ofCamera(failure.get());
        failed(
                press.shotId(),
                fault,
                Faults.mayHaveExposed(fault) ? ShotEvent.CAMERA_UNCLEAR : ShotEvent.ORDER_REFUSED);
    }

    private void deadlinePassed(Press press) {
        // Recorded first; should the frame have been filed at this very moment, its state does not allow the change.
        happened(press.shotId(), ShotEvent.DEADLINE_PASSED, Optional.empty());
        press.outcome().complete(new CaptureOutcome.Late(press.shotId(), press.number()));
    }

    void failed(String shotId, CameraFault fault, ShotEvent event) {
        happened(shotId, event, Optional.of(fault.name()));
        settle(shotId, press -> new CaptureOutcome.Failed(press.shotId(), press.number(), fault));
    }

    /** Ends the press of this shot, if it is still under way. */
    void settle(String shotId, Function<Press, CaptureOutcome> outcome) {
        running().filter(press -> press.is(shotId)).ifPresent(press -> {
            if (press.outcome().complete(outcome.apply(press))) {
                announcements.stateChanged();
            }
        });
    }

    void happened(String shotId, ShotEvent event, Optional<String> code) {
        var unused = database.write(handle -> ledger.happened(handle, shotId, event, code))
                .whenComplete((changed, failure) -> {
                    if (failure != null) {
                        log.error("shot {}: {} could not be recorded", shotId, event, failure);
                    } else {
                        announcements.stateChanged();
                    }
                });
    }

    /** Takes no more; one that waits is told that its frame will be late. */
    void close() {
        closed = true;
        running().ifPresent(press -> press.outcome().complete(new CaptureOutcome.Late(press.shotId(), press.number())));
    }
}
