package caixiang.station;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in reverse. Each step has a deadline: one room that hangs does not keep the next
 * from closing its files. Used by the starting thread, then by the shutdown hook.
 */
final class StopOrder {
    private static final Logger LOG = LoggerFactory.getLogger(StopOrder.class);

    /** Stops one room; may wait. */
    @FunctionalInterface
    interface Stop {
        @SuppressWarnings("ThrowsException") // Whatever a room throws, the next one is stopped too.
        void run() throws Exception;
    }

    private record Step(String name, Duration deadline, Stop stop) {}

    private final Deque<Step> steps = new ArrayDeque<>();

    synchronized void add(String name, Duration deadline, Stop stop) {
        steps.push(new Step(name, deadline, stop));
    }

    /** Stops everything; the second call finds nothing to do. */
    synchronized void stopAll() {
        while (!steps.isEmpty()) {
            stop(steps.pop());
        }
    }

    private static void stop(Step step) {
        var task = new FutureTask<>(() -> {
            step.stop().run();
            return step.name();
        });
        var thread = new Thread(task, "stop-" + step.name());
        thread.setDaemon(true);
        thread.start();
        try {
            LOG.info("stopped: {}", task.get(step.deadline().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} did not stop within {} s; going on without it",
                    step.name(),
                    step.deadline().toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("{} did not stop properly", step.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
