package caixiang.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a subcommand has started, to be stopped in the opposite order: when starting fails, or the process ends. */
final class Devices implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Devices.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    synchronized <D extends AutoCloseable> D add(D device) {
        started.push(device);
        return device;
    }

    /** Serves until the process is told to end; then stops everything before it does. */
    void runUntilEnd() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        new CountDownLatch(1).await();
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable device = started.pop();
            try {
                device.close();
            } catch (Exception e) {
                // The others still have to be stopped.
                log.warn("stopping {}", device, e);
            }
        }
    }
}
