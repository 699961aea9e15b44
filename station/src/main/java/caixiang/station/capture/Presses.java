package caixiang.station.capture;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraStatus;
import caixiang.station.sitting.ShotState;
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
        AtomicBoolean isDecided = new AtomicBoolean();
        CompletableFuture<CaptureOutcome> answer = database.inOrder(t -> begin(t, request, isDecided))
                .exceptionally(failure -> {
                    log.error("a press could not be recorded", failure);
                    return refused(Faults.ofStation(failure));
                })
                .thenCompose(outcome -> outcome)
                .toCompletableFuture();
        afterDeadline(answer, () -> {
            if (isDecided.compareAndSet(false, true)) {
                answer.complete(new CaptureOutcome.Refused(RefusalCode.STORE_FAILED));
            }
        });
        return answer;
    }

    private CompletionStage<CaptureOutcome> begin(
            Transactions transactions, PressRequest request, AtomicBoolean isDecided) throws Exception {
        if (closed) {
            return refused(RefusalCode.STOPPING);
        }
        CameraStatus status = camera.status();
        ShotLedger.Begun begun = transactions.commit(handle -> ledger.begin(handle, request, status, isRunning()));
        Optional<Press> same = running().filter(press -> press.is(begun.shotId()));
        if (begun.outcome().isPresent() || same.isPresent()) {
            isDecided.set(true);
            announcements.stateChanged();
            return same.isPresent()
                    ? same.get().outcome()
                    : CompletableFuture.completedFuture(begun.outcome().orElseThrow());
        }
        if (!isDecided.compareAndSet(false, true)) {
            change(begun.shotId(), ShotState.REFUSED, Optional.of(RefusalCode.STORE_FAILED.name()));
            return refused(RefusalCode.STORE_FAILED);
        }
        Press press = Press.of(begun.shotId(), begun.number());
        running = press;
        afterDeadline(press.outcome(), () -> deadlinePassed(press));
        var unused = camera.trigger(press.shotId())
                .whenComplete((taken, failure) -> orderAnswered(press, Optional.ofNullable(failure)));
        return press.outcome();
    }

    private static CompletionStage<CaptureOutcome> refused(RefusalCode code) {
        return CompletableFuture.completedFuture(new CaptureOutcome.Refused(code));
    }

    private void afterDeadline(CompletableFuture<CaptureOutcome> outcome, Runnable then) {
        try {
            var timer = limits.timer().schedule(then, limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
            var unused = outcome.whenComplete((result, failure) -> timer.cancel(false));
        } catch (RejectedExecutionException stopping) {
            outcome.complete(new CaptureOutcome.Refused(RefusalCode.STOPPING));
        }
    }

    private void orderAnswered(Press press, Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            change(press.shotId(), ShotState.FIRED, Optional.empty());
            return;
        }
        CameraFault fault = Faults.ofCamera(failure.get());
        failed(press.shotId(), fault, Faults.mayHaveExposed(fault) ? ShotState.LATE : ShotState.REFUSED);
    }

    private void deadlinePassed(Press press) {
        // Recorded first; should the frame have been filed at this very moment, its state does not allow the change.
        change(press.shotId(), ShotState.LATE, Optional.empty());
        press.outcome().complete(new CaptureOutcome.Late(press.shotId(), press.number()));
    }

    void failed(String shotId, CameraFault fault, ShotState state) {
        change(shotId, state, Optional.of(fault.name()));
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

    void change(String shotId, ShotState state, Optional<String> code) {
        var unused = database.write(handle -> ledger.change(handle, shotId, state, code))
                .whenComplete((changed, failure) -> {
                    if (failure != null) {
                        log.error("shot {} is {}, which could not be recorded", shotId, state, failure);
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
