package caixiang.sim.printer;

import caixiang.sim.printer.mischief.Mischief;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The jobs, what the printer complains about, and what is left in it. Used by the HTTP threads and by the engine's own
 * thread; one lock guards everything.
 */
final class JobQueue implements AutoCloseable {
    static final int WAITING_JOBS_MAX = 500;
    private static final int REMEMBERED_JOBS_MAX = 10_000;
    /** RFC 8011 §5.4.31: a job that waits longer than this for its document is aborted. */
    static final Duration DOCUMENT_WAIT_MAX = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Integer, Job> jobs = new TreeMap<>();
    private final TreeSet<String> conditions = new TreeSet<>();
    private final Supplies supplies;
    private final Clock clock;
    private final Engine engine;
    private int lastJobId;
    private boolean accepting = true;
    private boolean isClosed;
    private Instant stateChanged;
    private Instant poweredOn;

    JobQueue(Tray tray, PrinterModel model, Mischief mischief, int lastJobId, Clock clock) {
        this.supplies = new Supplies(model);
        this.lastJobId = lastJobId;
        this.clock = clock;
        this.poweredOn = clock.instant();
        this.stateChanged = poweredOn;
        this.engine = new Engine(this, tray, model, mischief, clock);
    }

    void start(Engine.Outages outages) {
        engine.start(outages);
    }

    Instant poweredOn() {
        return locked(() -> poweredOn);
    }

    Supplies.Levels levels() {
        return locked(supplies::levels);
    }

    void load(int mediaSheets, int ribbonSheets) {
        locked(() -> {
            supplies.load(mediaSheets, ribbonSheets);
            stateChanged = clock.instant();
            return true;
        });
    }

    /** As after a power cut: every job is forgotten; numbers go on. */
    void forgetEverything() {
        locked(() -> {
            jobs.clear();
            poweredOn = clock.instant();
            return true;
        });
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
            return new PrinterStatus(state, List.copyOf(allConditions()), accepting, waiting, stateChanged);
        });
    }

    record PrinterStatus(
            PrinterState state, List<String> conditions, boolean accepting, int queuedJobs, Instant changed) {}

    @Override
    public void close() {
        locked(() -> isClosed = true);
        engine.join();
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

    // What follows is for the engine, which holds the lock.

    ReentrantLock lock() {
        return lock;
    }

    Condition changed() {
        return changed;
    }

    boolean isClosed() {
        return isClosed;
    }

    void abortForgotten() {
        Instant oldest = clock.instant().minus(DOCUMENT_WAIT_MAX);
        for (Job job : waiting()) {
            if (!job.closed() && job.times().created().isBefore(oldest)) {
                put(job.over(JobState.aborted, "aborted-by-system", clock.instant()));
            }
        }
    }

    /** Empty when it was forgotten in a power cut. */
    Optional<Job> current(int jobId) {
        return Optional.ofNullable(jobs.get(jobId));
    }

    void put(Job job) {
        jobs.put(job.id(), job);
    }

    void sheetUsed() {
        List<String> before = supplies.conditions();
        supplies.useOne();
        if (!supplies.conditions().equals(before)) {
            stateChanged = clock.instant();
        }
    }

    Optional<Job> nextReady() {
        return isStopped()
                ? Optional.empty()
                : jobs.values().stream().filter(Job::isReadyToPrint).findFirst();
    }

    /** Errors stop a printer and so does the pause key; reports and warnings do not. */
    boolean isStopped() {
        return allConditions().stream().anyMatch(reason -> reason.endsWith("-error") || reason.equals("paused"));
    }

    private SortedSet<String> allConditions() {
        TreeSet<String> all = new TreeSet<>(conditions);
        all.addAll(supplies.conditions());
        return all;
    }

    private List<Job> waiting() {
        return jobs.values().stream().filter(job -> !job.isOver()).toList();
    }

    private void forgetOldest() {
        jobs.values().stream().filter(Job::isOver).findFirst().ifPresent(job -> jobs.remove(job.id()));
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
