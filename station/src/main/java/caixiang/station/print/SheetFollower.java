package caixiang.station.print;

import caixiang.station.store.SheetJob;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds out what became of sheets that were sent, from what the printer says of its jobs. Confined to the printer's
 * thread.
 */
final class SheetFollower {
    private final Printer printer;
    private final SheetLedger ledger;
    private final PrintTiming timing;
    private final Clock clock;
    /** Only from a printer that has counted a sheet before is a count of none evidence. */
    private boolean counts;

    SheetFollower(Printer printer, SheetLedger ledger, PrintTiming timing, Clock clock) {
        this.printer = printer;
        this.ledger = ledger;
        this.timing = timing;
        this.clock = clock;
    }

    /** Asks after one sheet. Fails when the printer cannot be asked; the sheet is then as before. */
    void follow(SheetRow sheet) throws PrinterException, StoreException {
        switch (sheet.state()) {
            case ACCEPTED, PRINTING -> followJob(sheet);
            case SENT, DOUBTFUL -> resolve(sheet);
            case PLANNED, DONE, FAILED -> throw new IllegalStateException("nothing to follow: " + sheet);
        }
    }

    private void followJob(SheetRow sheet) throws PrinterException, StoreException {
        Optional<JobReport> report = ownJob(sheet);
        if (report.isPresent()) {
            take(sheet, report.get());
        } else {
            move(sheet, SheetState.DOUBTFUL, sheet.job().because("job-forgotten"));
        }
    }

    /**
     * An attempt whose end is not known. What the printer shows under the sheet's own name decides; only if it surely
     * has nothing is the sheet planned again, because nothing may come out twice unnoticed.
     */
    private void resolve(SheetRow sheet) throws PrinterException, StoreException {
        Instant sent = sheet.times().sent().orElse(sheet.times().planned());
        List<JobReport> found = ownJob(sheet).map(List::of).orElse(List.of());
        boolean isComplete = false;
        if (found.isEmpty()) {
            JobSearch search = printer.find(sheet.job().name(), sent);
            found = search.jobs();
            isComplete = search.isComplete();
        }
        Optional<JobReport> withDocument =
                found.stream().filter(job -> !job.isEmpty()).findFirst();
        boolean settled = Duration.between(sent, clock.instant()).compareTo(timing.settling()) >= 0;
        if (withDocument.isPresent()) {
            if (sheet.state() != SheetState.DOUBTFUL || !isOverWithoutProof(withDocument.get())) {
                adopt(sheet, withDocument.get());
            }
        } else if (settled && (!found.isEmpty() || isComplete)) {
            cancelAll(found);
            move(
                    sheet,
                    SheetState.PLANNED,
                    new SheetJob(
                            sheet.job().name(), OptionalInt.empty(), Optional.empty(), List.of("not-on-the-printer")));
        } else if (sheet.state() == SheetState.SENT && settled) {
            move(sheet, SheetState.DOUBTFUL, sheet.job().because("printer-cannot-tell"));
        }
    }

    /** Asking again cannot tell more; only somebody at the printer can. */
    private boolean isOverWithoutProof(JobReport job) {
        return job.state() == JobState.COMPLETED
                && (job.reasons().contains("job-completed-with-errors")
                        || (counts && job.sheets().orElse(1) == 0));
    }

    private void cancelAll(List<JobReport> emptyJobs) throws PrinterException {
        for (JobReport job : emptyJobs) {
            if (!job.state().isOver()) {
                printer.cancel(job.jobId());
            }
        }
    }

    private void adopt(SheetRow sheet, JobReport job) throws StoreException {
        Optional<SheetRow> accepted = move(sheet, SheetState.ACCEPTED, facts(sheet, job));
        if (accepted.isPresent()) {
            take(accepted.get(), job);
        }
    }

    /** The job by the id we know, unless the id has gone to another job since a restart of the printer. */
    private Optional<JobReport> ownJob(SheetRow sheet) throws PrinterException {
        OptionalInt id = sheet.job().id();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(printer.job(id.getAsInt()))
                    .filter(job -> job.jobName().equals(sheet.job().name()));
        } catch (PrinterException e) {
            if (e.fault() == PrinterFault.JOB_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void take(SheetRow sheet, JobReport job) throws StoreException {
        counts |= job.sheets().orElse(0) > 0;
        boolean cameOut = !counts || job.sheets().orElse(1) > 0;
        SheetState to = switch (job.state()) {
            case PENDING, PENDING_HELD -> sheet.state();
            case PROCESSING, PROCESSING_STOPPED -> SheetState.PRINTING;
            case CANCELED, ABORTED -> SheetState.FAILED;
            case COMPLETED ->
                cameOut && !job.reasons().contains("job-completed-with-errors") ? SheetState.DONE : SheetState.DOUBTFUL;
        };
        SheetJob facts = facts(sheet, job);
        if (job.state() == JobState.COMPLETED && !cameOut) {
            facts = facts.because("no-sheet-counted");
        }
        if (to != sheet.state() || !facts.equals(sheet.job())) {
            move(sheet, to, facts);
        }
    }

    private static SheetJob facts(SheetRow sheet, JobReport job) {
        return new SheetJob(
                sheet.job().name(),
                OptionalInt.of(job.jobId()),
                Optional.of(job.state().keyword()),
                job.reasons());
    }

    private Optional<SheetRow> move(SheetRow sheet, SheetState to, SheetJob job) throws StoreException {
        return ledger.move(sheet, to, job);
    }
}
