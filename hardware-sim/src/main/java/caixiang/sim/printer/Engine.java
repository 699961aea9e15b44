package caixiang.sim.printer;

import caixiang.sim.printer.mischief.Mischief;
import caixiang.sim.printer.mischief.Misdeed;
import com.hp.jipp.model.JobState;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns jobs into paper, one at a time in order of their numbers, and misbehaves where a script says so. Its thread holds
 * the queue's lock except while it waits.
 */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final long STOP_WAIT_MILLIS = 5_000;

    private final JobQueue queue;
    private final Tray tray;
    private final PrinterModel model;
    private final Mischief mischief;
    private final Clock clock;
    private Optional<Outages> outages = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    /** A job that says it is completed and lies on the head still. */
    private Optional<Job> unprinted = Optional.empty();

    Engine(JobQueue queue, Tray tray, PrinterModel model, Mischief mischief, Clock clock) {
        this.queue = queue;
        this.tray = tray;
        this.model = model;
        this.mischief = mischief;
        this.clock = clock;
    }

    /** Trouble that ends by itself; these return at once. */
    interface Outages {
        void vanish(long millis);

        void clear(String reason, long afterMillis);
    }

    void start(Outages given) {
        outages = Optional.of(given);
        Thread started = new Thread(this::run, "printer-engine");
        started.setDaemon(true);
        thread = Optional.of(started);
        started.start();
    }

    /** The queue is closed. */
    void join() {
        try {
            if (thread.isPresent()) {
                thread.get().join(STOP_WAIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        queue.lock().lock();
        try {
            while (!queue.isClosed()) {
                queue.abortForgotten();
                Optional<Job> next = queue.nextReady();
                if (next.isPresent()) {
                    print(next.get());
                } else {
                    queue.changed().await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the printer's engine was interrupted and stands still");
        } finally {
            queue.lock().unlock();
        }
    }

    /** Prints until the job is over, forgotten, or the printer is switched off; waits with the sheet half out while stopped. */
    private void print(Job ready) throws InterruptedException {
        queue.put(ready.printing(clock.instant()));
        Optional<Misdeed> misdeed = mischief.onJob();
        misdeed.ifPresent(what -> LOG.info(
                "job {} goes wrong on purpose: {}", ready.id(), what.kind().word()));
        long sheetNanos = model.timeFor(ready.ticket().page()).toNanos();
        long nanosLeft = sheetNanos;
        boolean struck = false;
        while (!queue.isClosed()
                && queue.current(ready.id()).filter(job -> !job.isOver()).isPresent()) {
            Job job = queue.current(ready.id()).orElseThrow();
            if (queue.isStopped()) {
                queue.put(job.stopped());
                queue.changed().await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } else if (job.state().equals(JobState.processingStopped)) {
                queue.put(job.printing(clock.instant()));
            } else if (misdeed.filter(what -> what.kind() == Misdeed.Kind.NEVER_PRINT)
                    .isPresent()) {
                queue.changed().await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } else if (!struck && nanosLeft <= sheetNanos / 2) {
                struck = true;
                misdeed.ifPresent(this::strike);
            } else if (nanosLeft > 0) {
                // Up to the middle first: there it goes wrong, if it does.
                long stretch = struck ? nanosLeft : nanosLeft - sheetNanos / 2;
                nanosLeft -= stretch - Math.max(0, queue.changed().awaitNanos(stretch));
            } else {
                sheetIsOut(job, misdeed.map(Misdeed::kind));
                nanosLeft = sheetNanos;
            }
        }
    }

    private void strike(Misdeed misdeed) {
        Outages network = outages.orElseThrow();
        switch (misdeed.kind()) {
            case VANISH -> network.vanish(misdeed.millis());
            case POWER_OFF -> {
                queue.forgetEverything();
                network.vanish(misdeed.millis());
            }
            case STOP -> {
                queue.condition(misdeed.reason(), true);
                if (misdeed.millis() > 0) {
                    network.clear(misdeed.reason(), misdeed.millis());
                }
            }
            case PRINT_TWICE, MERGE, NO_PAPER, NO_PAPER_UNNOTICED, NEVER_PRINT -> {}
        }
    }

    private void sheetIsOut(Job job, Optional<Misdeed.Kind> misdeed) {
        Instant now = clock.instant();
        try {
            Job next = job.sheetCompleted();
            boolean isLast = next.sheetsCompleted() >= job.ticket().copies();
            switch (misdeed.orElse(Misdeed.Kind.STOP)) {
                case NO_PAPER -> {
                    queue.put(job.over(JobState.completed, "job-completed-successfully", now));
                    return;
                }
                case NO_PAPER_UNNOTICED -> {}
                case MERGE -> unprinted = Optional.of(job);
                case PRINT_TWICE -> {
                    eject(job, now, isLast);
                    eject(job, now, isLast);
                }
                case NEVER_PRINT, VANISH, POWER_OFF, STOP -> eject(job, now, isLast);
            }
            queue.put(isLast ? next.over(JobState.completed, "job-completed-successfully", now) : next);
        } catch (IOException e) {
            LOG.error("the paper ledger cannot be written; job {} is aborted", job.id(), e);
            queue.put(job.over(JobState.aborted, "aborted-by-system", now));
        }
    }

    /** One piece of paper, with what lay on the head before. */
    private void eject(Job job, Instant now, boolean isLast) throws IOException {
        List<Job> onIt = new ArrayList<>();
        if (unprinted.isPresent()) {
            onIt.add(unprinted.get());
            unprinted = Optional.empty();
        }
        onIt.add(job);
        queue.sheetUsed();
        if (isLast) {
            tray.noteJob(job, now);
        }
        tray.add(onIt, now);
    }
}
