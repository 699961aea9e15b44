package caixiang.station.print;

import caixiang.layouts.template.TemplateException;
import caixiang.station.crash.CrashPoint;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one printer: follows what is on it, sends what is ready, and looks how it is. The queue is ours: few
 * sheets are on the printer at a time, so that a printer that loses its memory leaves few in doubt.
 */
final class PrinterLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PrinterLoop.class);
    private static final int ON_THE_PRINTER_MAX = 4;
    private static final Duration RETRY_FIRST = Duration.ofMillis(500);
    private static final long STOP_MILLIS = 4_000;

    private final Printer printer;
    private final SheetLedger ledger;
    private final SheetMaker maker;
    private final SheetFollower follower;
    private final PrintContext context;
    private final Semaphore wakings = new Semaphore(0);
    private final Clock clock;
    private final Thread thread;
    private volatile PrinterView view;
    private volatile boolean closed;
    private boolean isStuck;
    private Duration retry = RETRY_FIRST;

    PrinterLoop(Printer printer, SheetLedger ledger, SheetMaker maker, PrintContext context, Clock clock) {
        this.printer = printer;
        this.ledger = ledger;
        this.maker = maker;
        this.context = context;
        this.clock = clock;
        this.follower = new SheetFollower(printer, ledger, context.timing(), clock);
        this.view = PrinterView.of(Optional.of(printer));
        this.thread = new Thread(this::run, "printer-" + printer.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There is a sheet to send. Returns at once; from any thread. */
    void wake() {
        wakings.release();
    }

    /** As of the last look. From any thread. */
    PrinterView view() {
        return view;
    }

    private void run() {
        while (!closed) {
            Duration pause = round();
            try {
                if (wakings.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakings.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** How long until the next. */
    private Duration round() {
        try {
            PrinterReport report = printer.report();
            show(PrinterView.State.valueOf(report.state().name()), reasons(report), report.sheetsLeft());
            int onThePrinter = followAll();
            if (report.accepting()) {
                onThePrinter += sendReady(ON_THE_PRINTER_MAX - onThePrinter);
            }
            retry = RETRY_FIRST;
            return onThePrinter > 0
                    ? context.timing().following()
                    : context.timing().idle();
        } catch (PrinterException e) {
            if (!closed) {
                showTrouble(e);
            }
        } catch (StoreException | RuntimeException e) {
            log.error("printing is at a stop for now", e);
        }
        return pauseAfterTrouble();
    }

    private List<String> reasons(PrinterReport report) {
        List<String> reasons =
                report.accepting() ? report.reasons() : with(report.reasons(), PrinterFault.NOT_ACCEPTING_JOBS.code());
        return isStuck && report.state() != PrinterReport.State.STOPPED ? with(reasons, "job-stuck") : reasons;
    }

    private static List<String> with(List<String> reasons, String another) {
        return Stream.concat(reasons.stream(), Stream.of(another)).toList();
    }

    /** Returns how many are on the printer. */
    private int followAll() throws PrinterException, StoreException {
        int held = 0;
        boolean anyStuck = false;
        for (SheetRow sheet : ledger.onThePrinter()) {
            if (closed) {
                break;
            }
            follower.follow(sheet);
            // A doubtful sheet takes no place in the queue: it may be in doubt for long.
            held += sheet.state() == SheetState.DOUBTFUL ? 0 : 1;
            anyStuck |= sheet.state() != SheetState.DOUBTFUL && isOverdue(sheet);
        }
        isStuck = anyStuck;
        return held;
    }

    /** The printer took it long ago; a printer that stands still for a reason says so itself. */
    private boolean isOverdue(SheetRow sheet) {
        Instant deadline = clock.instant().minus(context.timing().stuck());
        return sheet.times().accepted().filter(at -> at.isBefore(deadline)).isPresent();
    }

    private int sendReady(int places) throws PrinterException, StoreException {
        int sent = 0;
        if (places > 0) {
            for (SheetRow sheet : ledger.readyToSend(places)) {
                if (closed) {
                    break;
                }
                send(sheet);
                sent++;
            }
        }
        return sent;
    }

    /** Ends the round, by throwing, when the trouble is the printer's and not the sheet's. */
    private void send(SheetRow planned) throws PrinterException, StoreException {
        Optional<SheetRow> begun = ledger.move(
                planned, SheetState.SENT, SheetJob.named(planned.job().name()));
        if (begun.isEmpty()) {
            return;
        }
        CrashPoint.JOB_BEGUN.passed();
        Attempt attempt = new Attempt(begun.get());
        try {
            printer.submit(maker.order(planned), attempt);
            CrashPoint.JOB_TAKEN.passed();
            attempt.becomes(SheetState.ACCEPTED, attempt.sheet.job());
            CrashPoint.JOB_ACCEPTED.passed();
        } catch (TemplateException e) {
            attempt.becomes(SheetState.FAILED, attempt.sheet.job().because("drawing-failed"));
        } catch (PrinterException e) {
            PrinterFault fault = e.fault();
            SheetJob why = attempt.sheet.job().because(fault.code());
            if (fault.isUncertain()) {
                attempt.becomes(SheetState.DOUBTFUL, why);
            } else if (fault.isPassing()) {
                attempt.becomes(SheetState.PLANNED, SheetJob.named(why.name()).because(fault.code()));
            } else {
                log.error("sheet {} is refused: {}", planned.sheetId(), e.getMessage());
                attempt.becomes(SheetState.FAILED, why);
                return;
            }
            throw e;
        }
    }

    /** One attempt to have a sheet printed; notes the job's id before the document goes. */
    private final class Attempt implements Printer.JobCreated {
        private SheetRow sheet;

        Attempt(SheetRow sheet) {
            this.sheet = sheet;
        }

        @Override
        public void jobCreated(int jobId) throws PrinterException {
            try {
                becomes(SheetState.SENT, sheet.job().withId(jobId));
                CrashPoint.JOB_CREATED.passed();
            } catch (StoreException e) {
                throw new PrinterException(PrinterFault.BUSY, "the job's id could not be written down", e);
            }
        }

        void becomes(SheetState state, SheetJob job) throws StoreException {
            sheet = ledger.move(sheet, state, job)
                    .orElseThrow(() -> new IllegalStateException("sheet " + sheet.sheetId() + " was moved by others"));
        }
    }

    private Duration pauseAfterTrouble() {
        Duration pause = retry;
        Duration twice = retry.multipliedBy(2);
        Duration most = context.timing().retryMax();
        retry = twice.compareTo(most) < 0 ? twice : most;
        return pause.compareTo(most) < 0 ? pause : most;
    }

    /** A printer that answers is there, whatever it answers. */
    private void showTrouble(PrinterException e) {
        PrinterFault fault = e.fault();
        List<String> reasons = List.of(fault.code());
        if (!reasons.equals(view.reasons())) {
            log.warn("printer {}: {}", printer.name(), e.getMessage());
        }
        boolean answers = fault != PrinterFault.UNREACHABLE && fault != PrinterFault.ANSWER_LOST;
        boolean wasThere = view.state() != PrinterView.State.UNREACHABLE;
        show(answers && wasThere ? view.state() : PrinterView.State.UNREACHABLE, reasons, view.sheetsLeft());
    }

    private void show(PrinterView.State state, List<String> reasons, OptionalInt sheetsLeft) {
        PrinterView next =
                new PrinterView(state, Optional.of(printer.name()), reasons, sheetsLeft, PrinterView.Queue.EMPTY);
        if (!next.equals(view)) {
            view = next;
            context.listener().printerChanged();
        }
    }

    /** Finishes the request under way, within seconds; what it does not finish is resolved at the next start. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(STOP_MILLIS);
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
