package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraStatus.State;
import caixiang.station.camera.Spool;
import caixiang.station.crash.CrashPoint;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The camera's thread in the station. Keeps one agent running:
 *
 * <pre>
 *   start ──► run ──(dies, hangs, leaves)──► wait 0 to 5 s ──► start …
 * </pre>
 *
 * Only {@link #wakeUp} and {@link #stop} may be called from elsewhere.
 */
final class Supervisor {
    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final long LOOK_MILLIS = 100;
    private static final long STOP_MILLIS = 4_000;
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long WAIT_MAX_MILLIS = 5_000;

    /** A run that lasted so long was a good one; the next start need not wait. */
    private static final long GOOD_RUN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final AgentCameraOptions options;
    private final Orders orders;
    private final CameraBoard board;
    private final AgentVoice voice;
    private final Selector selector;
    private final StartPatience patience;

    private Optional<AgentRun> run = Optional.empty();
    private long startedNanos;
    private long nextStartNanos = System.nanoTime();
    private int badRuns;
    private volatile boolean isStopping;

    Supervisor(AgentCameraOptions options, Spool spool, Orders orders, CameraBoard board) throws IOException {
        this.options = options;
        this.orders = orders;
        this.board = board;
        this.voice = new AgentVoice(spool, orders, board);
        this.selector = Selector.open();
        this.patience = new StartPatience(options.helloDeadline());
    }

    void wakeUp() {
        selector.wakeup();
    }

    void stop() {
        isStopping = true;
        selector.wakeup();
    }

    void run() {
        try {
            while (!isStopping) {
                startIfDue();
                selector.select(LOOK_MILLIS);
                selector.selectedKeys().clear();
                attend();
                orders.expire();
            }
        } catch (IOException e) {
            log.error("supervision of {} ends: {}", options.port(), e.toString());
        } finally {
            leave();
        }
    }

    private void startIfDue() {
        if (run.isPresent() || System.nanoTime() - nextStartNanos < 0) {
            return;
        }
        board.connecting();
        startedNanos = System.nanoTime();
        try {
            run = Optional.of(AgentRun.start(options, patience.next(), voice, selector));
        } catch (IOException e) {
            log.error("the agent cannot be started: {}", e.toString());
            board.absent(CameraFault.AGENT_LOST);
            scheduleStart();
        }
    }

    private void attend() {
        run.flatMap(AgentRun::attend).ifPresent(this::endRun);
        if (run.isPresent() && voice.isReady()) {
            giveOrders(run.get());
        } else {
            boolean isAbsent = board.status().state() == State.ABSENT;
            orders.refuseWaiting(isAbsent ? CameraFault.NOT_FOUND : CameraFault.DISCONNECTED, "no camera is connected");
        }
    }

    private void giveOrders(AgentRun to) {
        try {
            for (Optional<Order> next = orders.give(); next.isPresent(); next = orders.give()) {
                to.send(next.get().message());
                CrashPoint.ORDER_SENT.passed();
                if (next.get().isAnsweredAtOnce()) {
                    orders.answered(next.get().key()).ifPresent(Order::succeed);
                }
            }
        } catch (IOException e) {
            endRun(RunEnd.lost("an order could not be given: " + e.getMessage()));
        }
    }

    private void endRun(RunEnd end) {
        boolean isLeaving = end.ordersEndWith() == CameraFault.DISCONNECTED;
        log.info(
                "agent run ended{}: {}",
                end.fault().map(fault -> " with " + fault).orElse(""),
                end.message());
        run.ifPresent(ended -> {
            patience.ended(ended.hasGreeted());
            ended.end(isLeaving);
        });
        run = Optional.empty();
        orders.endGiven(end.ordersEndWith(), end.message());
        voice.announceLeftBehind();
        board.lost(end.fault());
        scheduleStart();
    }

    private void scheduleStart() {
        if (System.nanoTime() - startedNanos > GOOD_RUN_NANOS) {
            badRuns = 0;
        }
        long millis = badRuns == 0 ? 0 : Math.min(FIRST_WAIT_MILLIS << Math.min(badRuns - 1, 10), WAIT_MAX_MILLIS);
        badRuns++;
        nextStartNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Ends everything; for the camera's thread, or for whoever closes a camera that was never started. */
    void leave() {
        orders.close();
        orders.refuseWaiting(CameraFault.DISCONNECTED, "the station is closing");
        run.ifPresent(running -> running.stop(STOP_MILLIS));
        orders.endGiven(CameraFault.AGENT_LOST, "the station is closing");
        try {
            selector.close();
        } catch (IOException e) {
            log.debug("closing the selector: {}", e.toString());
        }
    }
}
