package caixiang.sim.camera.body;

import caixiang.sim.fault.Fault;
import caixiang.sim.ptp.EventCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events on their way to the initiator. Nobody listens outside a session, so events are dropped there, as on a real
 * body. Safe for use by several threads.
 */
public final class EventQueue {
    /** Events that wait at most; when more come, the oldest is lost, as on a real body nobody polls. */
    public static final int EVENTS_MAX = 1024;

    private static final Logger log = LoggerFactory.getLogger(EventQueue.class);

    private final BlockingQueue<CameraEvent> events = new ArrayBlockingQueue<>(EVENTS_MAX);
    private volatile Supplier<Optional<Fault>> faults = Optional::empty;
    private boolean open;

    /** Asked before each announcement of a new file: whether it is lost, or told twice. */
    public void disturbBy(Supplier<Optional<Fault>> newFaults) {
        faults = newFaults;
    }

    public synchronized void open() {
        events.clear();
        open = true;
    }

    public synchronized void close() {
        open = false;
        events.clear();
    }

    public synchronized void announce(EventCode code, int parameter) {
        if (!open) {
            return;
        }
        Optional<Fault> fault = isNewFile(code) ? faults.get() : Optional.empty();
        if (fault.filter(f -> f.kind() == Fault.Kind.LOSE_EVENT).isPresent()) {
            return;
        }
        put(new CameraEvent(code, parameter));
        if (fault.isPresent()) {
            put(new CameraEvent(code, parameter));
        }
    }

    private static boolean isNewFile(EventCode code) {
        return code == EventCode.OBJECT_ADDED || code == EventCode.NIKON_OBJECT_ADDED_IN_SDRAM;
    }

    private void put(CameraEvent event) {
        while (!events.offer(event)) {
            log.warn("event queue full: {} is lost", events.poll());
        }
    }

    /** Takes what waits, at most {@code most} events. */
    public List<CameraEvent> drain(int most) {
        List<CameraEvent> drained = new ArrayList<>();
        events.drainTo(drained, most);
        return drained;
    }

    /** Waits for one event. */
    public Optional<CameraEvent> poll(long timeoutMillis) throws InterruptedException {
        return Optional.ofNullable(events.poll(timeoutMillis, TimeUnit.MILLISECONDS));
    }
}
