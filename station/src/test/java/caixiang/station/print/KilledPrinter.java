package caixiang.station.print;

import java.time.Instant;

/**
 * A printer during whose use the station is killed: the printer's thread ends at a chosen moment without doing or
 * writing anything more, as it would when the process ends there.
 */
final class KilledPrinter implements Printer {
    enum Moment {
        BEFORE_ANYTHING_IS_SENT,
        AFTER_THE_JOB_IS_CREATED,
        AFTER_THE_PRINTER_HAS_IT
    }

    /** No catch clause of the station's catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Printer device;
    private final Moment moment;
    private volatile boolean happened;

    KilledPrinter(Printer device, Moment moment) {
        this.device = device;
        this.moment = moment;
    }

    boolean hasHappened() {
        return happened;
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public PrinterReport report() throws PrinterException {
        return device.report();
    }

    @Override
    public int submit(PrintOrder order, JobCreated created) throws PrinterException {
        if (moment == Moment.BEFORE_ANYTHING_IS_SENT) {
            kill();
        }
        device.submit(order, jobId -> {
            created.jobCreated(jobId);
            if (moment == Moment.AFTER_THE_JOB_IS_CREATED) {
                kill();
            }
        });
        throw kill();
    }

    private Killed kill() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, killed) -> {});
        happened = true;
        throw new Killed();
    }

    @Override
    public JobReport job(int jobId) throws PrinterException {
        return device.job(jobId);
    }

    @Override
    public JobSearch find(String jobName, Instant sentAt) throws PrinterException {
        return device.find(jobName, sentAt);
    }

    @Override
    public void cancel(int jobId) throws PrinterException {
        device.cancel(jobId);
    }
}
