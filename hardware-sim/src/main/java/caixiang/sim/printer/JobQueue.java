package caixiang.sim.printer;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs and the engine that turns them into paper, one at a time in order of their numbers. Used by the HTTP threads
 * and by the engine's own thread; one lock guards everything.
 */
final class JobQueue implements AutoCloseable {
    static final int WAITING_JOBS_MAX = 500;
    private static final int REMEMBERED_JOBS_MAX = 10_000;
    /** RFC 8011 §5.4.31: a job that waits longer than this for its document is aborted. */
    static final Duration DOCUMENT_WAIT_MAX = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final long STOP_WAIT_MILLIS = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Integer, Job> jobs = new TreeMap<>();
    private final TreeSet<String> conditions = new TreeSet<>();
    private final PaperLedger paper;
    private final Duration sheetTime;
    private final Clock clock;
    private final Thread engine;
    private int lastJobId;
    private boolean accepting = true;
    private boolean isClosed;
    private Instant stateChanged;

    JobQueue(PaperLedger paper, Duration sheetTime, int lastJobId, Clock clock) {
        this.paper = paper;
        this.sheetTime = sheetTime;
        this.lastJobId = lastJobId;
        this.clock = clock;
        this.stateChanged = clock.instant();
        this.engine = new Thread(this::runEngine, "printer-engine");
        engine.setDaemon(true);
    }

    void start() {
        engine.start();
    }

    /** Sets or clears a printer-state-reasons keyword (RFC 8011 §5.4.12). */
    void condition(String reason, boolean present) {
        locked(() -> {
            boolean different = present ? conditions.add(reason) : conditions.remove(reason);
            if (different) {
                stateChanged = clock.instant();
            }
            return different;
        });
    }

    void accept(boolean accepts) {
        locked(() -> accepting = accepts);
    }

    Job create(JobTicket ticket) throws IppRefusal {
        lock.lock();
        try {
            if (!accepting) {
                throw new IppRefusal(Status.serverErrorNotAcceptingJobs, "the printer takes no jobs now");
            }
            if (waiting().size() >= WAITING_JOBS_MAX) {
                throw new IppRefusal(Status.serverErrorTooManyJobs, "the queue is full");
            }
            if (jobs.size() >= REMEMBERED_JOBS_MAX) {
                forgetOldest();
            }
            Job job = Job.created(++lastJobId, ticket, clock.instant());
            jobs.put(job.id(), job);
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** The job takes its document, or none when the client only closes it. */
    Job receive(int jobId, Optional<ReceivedDocument> document, boolean close) throws IppRefusal {
        return change(jobId, job -> {
            Job with = document.map(job::with).orElse(job);
            return close ? with.close() : with;
        });
    }

    Job abort(int jobId, String reason) throws IppRefusal {
        return change(jobId, job -> job.over(JobState.aborted, reason, clock.instant()));
    }

    Job cancel(int jobId) throws IppRefusal {
        return change(jobId, job -> job.over(JobState.canceled, "job-canceled-by-user", clock.instant()));
    }

    Job get(int jobId) throws IppRefusal {
        lock.lock();
        try {
            return existing(jobId);
        } finally {
            lock.unlock();
        }
    }

    List<Job> all() {
        return locked(() -> List.copyOf(jobs.values()));
    }

    PrinterStatus status() {
        return locked(() -> {
            int waiting = waiting().size();
            boolean printing =
                    jobs.values().stream().anyMatch(job -> job.state().equals(JobState.processing));
            PrinterState state =
                    isStopped() ? PrinterState.stopped : printing ? PrinterState.processing : PrinterState.idle;
            return new PrinterStatus(state, List.copyOf(conditions), accepting, waiting, stateChanged);
        });
    }

    record PrinterStatus(
            PrinterState state, List<String> conditions, boolean accepting, int queuedJobs, Instant changed) {}

    @Override
    public void close() {
        locked(() -> isClosed = true);
        try {
            engine.join(STOP_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Job change(int jobId, UnaryOperator<Job> step) throws IppRefusal {
        lock.lock();
        try {
            Job job = existing(jobId);
            if (job.isOver()) {
                throw new IppRefusal(Status.clientErrorNotPossible, "job " + jobId + " is over");
            }
            Job next = step.apply(job);
            jobs.put(jobId, next);
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Job existing(int jobId) throws IppRefusal {
        Job job = jobs.get(jobId);
        if (job == null) {
            throw new IppRefusal(Status.clientErrorNotFound, "there is no job " + jobId);
        }
        return job;
    }

    private void runEngine() {
        lock.lock();
        try {
            while (!isClosed) {
                abortForgotten();
                Optional<Job> next = isStopped() ? Optional.empty() : nextReady();
                if (next.isPresent()) {
                    print(next.get().id());
                } else {
                    changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the printer's engine was interrupted and stands still");
        } finally {
            lock.unlock();
        }
    }

    /** Prints until the job is over or the printer is switched off; waits with the sheet half out while stopped. */
    private void print(int jobId) throws InterruptedException {
        put(current(jobId).printing(clock.instant()));
        long nanosLeft = sheetTime.toNanos();
        while (!isClosed && !current(jobId).isOver()) {
            Job job = current(jobId);
            if (isStopped()) {
                put(job.stopped());
                changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } else if (job.state().equals(JobState.processingStopped)) {
                put(job.printing(clock.instant()));
            } else if (nanosLeft > 0) {
                nanosLeft = changed.awaitNanos(nanosLeft);
            } else {
                sheetIsOut(job.sheetCompleted());
                nanosLeft = sheetTime.toNanos();
            }
        }
    }

    private void sheetIsOut(Job job) {
        if (job.sheetsCompleted() < job.ticket().copies()) {
            put(job);
            return;
        }
        Instant now = clock.instant();
        try {
            paper.append(job, now);
            put(job.over(JobState.completed, "job-completed-successfully", now));
        } catch (IOException e) {
            LOG.error("the paper ledger cannot be written; job {} is aborted", job.id(), e);
            put(job.over(JobState.aborted, "aborted-by-system", now));
        }
    }

    private void abortForgotten() {
        Instant oldest = clock.instant().minus(DOCUMENT_WAIT_MAX);
        for (Job job : waiting()) {
            if (!job.closed() && job.times().created().isBefore(oldest)) {
                put(job.over(JobState.aborted, "aborted-by-system", clock.instant()));
            }
        }
    }

    private Job current(int jobId) {
        Job job = jobs.get(jobId);
        if (job == null) {
            throw new AssertionError("job " + jobId + " was forgotten while printing");
        }
        return job;
    }

    private void put(Job job) {
        jobs.put(job.id(), job);
    }

    private Optional<Job> nextReady() {
        return jobs.values().stream().filter(Job::isReadyToPrint).findFirst();
    }

    private List<Job> waiting() {
        return jobs.values().stream().filter(job -> !job.isOver()).toList();
    }

    private void forgetOldest() {
        jobs.values().stream().filter(Job::isOver).findFirst().ifPresent(job -> jobs.remove(job.id()));
    }

    /** Errors stop a printer and so does the pause key; reports and warnings do not. */
    private boolean isStopped() {
        return conditions.stream().anyMatch(reason -> reason.endsWith("-error") || reason.equals("paused"));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            T result = action.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
