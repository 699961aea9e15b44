package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Orders on their way: waiting here, or given to the agent and not answered. Every order that was accepted ends, by an
 * answer, by its deadline or with its agent. Any thread submits; the camera's thread does the rest.
 */
final class Orders {
    private static final int TRIGGERS_MAX = 8;

    /** As many as a card listing has entries. */
    private static final int FETCHES_MAX = 20_000;

    /** Given to the agent at the same time. Fetches go one by one, so that a trigger never waits for more than one. */
    private static final int FETCHES_GIVEN_MAX = 1;

    private final long deadlineMillis;
    private final Queue<Order> triggers = new ArrayDeque<>();
    private final Queue<Order> fetches = new ArrayDeque<>();
    private final Queue<Order> deletions = new ArrayDeque<>();
    private final Map<Object, Given> given = new HashMap<>();
    private boolean isClosed;

    Orders(Duration deadline) {
        this.deadlineMillis = deadline.toMillis();
    }

    /** Takes the order in, or ends it at once. */
    void submit(Order order) {
        Optional<CameraException> refusal = accept(order);
        refusal.ifPresent(order::fail);
    }

    private synchronized Optional<CameraException> accept(Order order) {
        if (isClosed) {
            return Optional.of(new CameraException(CameraFault.DISCONNECTED, "the camera is closed"));
        }
        Queue<Order> queue = order.isTrigger() ? triggers : order.isDelete() ? deletions : fetches;
        int max = order.isTrigger() ? TRIGGERS_MAX : FETCHES_MAX;
        if (queue.size() >= max) {
            return Optional.of(new CameraException(CameraFault.BUSY, max + " orders are waiting"));
        }
        queue.add(order);
        return Optional.empty();
    }

    /** The next order that may go to the agent now. It counts as given from here on. */
    synchronized Optional<Order> give() {
        Order next = triggers.poll();
        if (next == null && fetchesGiven() < FETCHES_GIVEN_MAX) {
            next = fetches.poll();
            next = next == null ? deletions.poll() : next;
        }
        if (next == null) {
            return Optional.empty();
        }
        long millis = deadlineMillis + next.extraMillis();
        given.put(next.key(), new Given(next, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
        return Optional.of(next);
    }

    private long fetchesGiven() {
        return given.values().stream().filter(g -> !g.order.isTrigger()).count();
    }

    /** The agent answered; empty if the order has ended before. */
    synchronized Optional<Order> answered(Object key) {
        return Optional.ofNullable(given.remove(key)).map(Given::order);
    }

    /** Ends all that wait here: there is no camera to give them to. */
    void refuseWaiting(CameraFault fault, String cause) {
        take(triggers).forEach(order -> order.fail(fault, cause));
        take(fetches).forEach(order -> order.fail(fault, cause));
        take(deletions).forEach(order -> order.fail(fault, cause));
    }

    private synchronized List<Order> take(Queue<Order> queue) {
        List<Order> all = List.copyOf(queue);
        queue.clear();
        return all;
    }

    /** Ends all that the agent has not answered in time. */
    void expire() {
        List<Order> late = new ArrayList<>();
        synchronized (this) {
            long now = System.nanoTime();
            for (Iterator<Given> all = given.values().iterator(); all.hasNext(); ) {
                Given each = all.next();
                if (now - each.deadlineNanos > 0) {
                    late.add(each.order);
                    all.remove();
                }
            }
        }
        late.forEach(order -> order.fail(CameraFault.TIMED_OUT, "no answer from the camera in time"));
    }

    /** Ends all that the agent will not answer any more. */
    void endGiven(CameraFault fault, String cause) {
        List<Order> all;
        synchronized (this) {
            all = given.values().stream().map(Given::order).toList();
            given.clear();
        }
        all.forEach(order -> order.fail(fault, cause));
    }

    synchronized void close() {
        isClosed = true;
    }

    private record Given(Order order, long deadlineNanos) {}
}
