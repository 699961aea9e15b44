package caixiang.station.camera.supervisor;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The camera behind an agent process. Used by any thread; everything else happens on the one thread {@code camera-<port>},
 * which starts, hears, ends and restarts the agent and calls the listener.
 */
public final class AgentCamera implements Camera {
    private static final Logger log = LoggerFactory.getLogger(AgentCamera.class);
    private static final long CLOSE_MILLIS = 6_000;

    private final AgentCameraOptions options;
    private final Orders orders;
    private final CameraBoard board;
    private final Supervisor supervisor;
    private final Thread thread;

    /**
     * Prepares; nothing runs before {@link #start}.
     *
     * @throws IOException if the spool cannot be made or read
     */
    public AgentCamera(AgentCameraOptions options) throws IOException {
        this.options = options;
        this.board = new CameraBoard();
        this.orders = new Orders(options.orderDeadline());
        this.supervisor = new Supervisor(options, new Spool(options.spool()), orders, board);
        this.thread = new Thread(supervisor::run, "camera-" + options.port());
    }

    @Override
    public void start(CameraListener listener) {
        board.report(listener);
        thread.start();
    }

    @Override
    public CameraStatus status() {
        return board.status();
    }

    @Override
    public CompletionStage<Void> trigger(String shotId) {
        return submit(Order.trigger(shotId));
    }

    @Override
    public CompletionStage<Void> fetch(CardObject object) {
        return submit(Order.fetch(object));
    }

    @Override
    public CompletionStage<Void> delete(CardObject object) {
        return submit(Order.delete(object));
    }

    @Override
    public CompletionStage<Void> readCardAnew() {
        return submit(Order.readAnew());
    }

    private CompletionStage<Void> submit(Order order) {
        orders.submit(order);
        supervisor.wakeUp();
        return order.outcome();
    }

    /** Ends the agent; waits for it a few seconds at most. */
    @Override
    public void close() {
        supervisor.stop();
        if (thread.getState() == Thread.State.NEW) {
            supervisor.leave();
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            log.warn("the supervisor of {} does not end in time", options.port());
        }
    }
}
