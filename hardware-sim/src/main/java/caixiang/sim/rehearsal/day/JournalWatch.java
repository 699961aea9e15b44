package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.DayApi;
import caixiang.sim.rehearsal.link.DayApi.JournalLine;
import caixiang.sim.rehearsal.link.RehearsalException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a station's journal while it grows, for the station shows only its newest lines. Runs on a thread of its own. */
final class JournalWatch implements Runnable, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JournalWatch.class);
    private static final int LINES = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final DayApi station;
    private final Set<String> framesFiled = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long newest;
    private long missed;

    JournalWatch(DayApi station) {
        this.station = station;
    }

    @Override
    public void run() {
        try {
            while (!closed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        try {
            take(station.journal(LINES));
        } catch (RehearsalException e) {
            log.debug("the journal is read again later: {}", e.getMessage());
        }
    }

    private synchronized void take(List<JournalLine> newestFirst) {
        if (newestFirst.isEmpty()) {
            return;
        }
        long oldest = newestFirst.get(newestFirst.size() - 1).sequence();
        missed += Math.max(0, oldest - newest - 1);
        newest = Math.max(newest, newestFirst.get(0).sequence());
        for (JournalLine line : newestFirst) {
            if (line.what().startsWith("frame-")) {
                line.frameId().ifPresent(framesFiled::add);
            }
        }
    }

    /** Reads a last time and ends. */
    @Override
    public void close() {
        closed.countDown();
        try {
            read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Frames that the journal says were filed. */
    synchronized Set<String> framesFiled() {
        return Set.copyOf(framesFiled);
    }

    /** Lines that were written faster than they were read; what they said is not known. */
    synchronized long missed() {
        return missed;
    }

    synchronized long lines() {
        return newest;
    }
}
