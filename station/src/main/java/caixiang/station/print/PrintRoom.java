package caixiang.station.print;

import caixiang.layouts.template.SheetTemplates;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.DerivedFiles;
import caixiang.station.store.Backlog;
import caixiang.station.store.Database;
import caixiang.station.store.SheetRow;
import caixiang.station.store.StoreException;
import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * From a portrait to sheets of paper: plans, draws and prints them, each once, and knows of each where it stands.
 * Nothing here holds up shooting. May be used from any thread.
 */
public final class PrintRoom implements AutoCloseable {
    private final PrintContext context;
    private final SheetLedger ledger;
    private final SheetMaker maker;
    private final Backlog backlog;
    private final Optional<PrinterLoop> loop;

    /** Without a printer sheets are made and kept. */
    public PrintRoom(PrintContext context, Database database, Workshop workshop, Optional<Printer> printer) {
        this.context = context;
        this.ledger = new SheetLedger(database, context);
        this.maker = new SheetMaker(
                ledger,
                new DerivedFiles(workshop.archive()),
                workshop.templates(),
                context.settings().names());
        this.backlog = new Backlog("sheets", workshop.sheetThreads(), this::workNext);
        this.loop = printer.map(device -> new PrinterLoop(device, ledger, maker, context, database.clock()));
    }

    /**
     * What sheets are made with.
     *
     * @param sheetThreads shared with others; may refuse work
     */
    public record Workshop(ArchivePaths archive, SheetTemplates templates, Executor sheetThreads) {}

    /** Takes up what the last run left undone. Blocks for a moment; for the start only. */
    public void start() throws StoreException {
        ledger.count();
        loop.ifPresent(PrinterLoop::start);
        backlog.wake();
    }

    /** A frame has its portrait. Returns at once. */
    public void wake() {
        backlog.wake();
    }

    private boolean workNext() throws StoreException {
        // Drawing first: a person's sheets are finished before the next person's are begun.
        if (maker.drawNext()) {
            loop.ifPresent(PrinterLoop::wake);
            return true;
        }
        boolean planned = ledger.planNext().isPresent();
        if (planned) {
            context.listener().printerChanged();
        }
        return planned;
    }

    public PrinterView printer() {
        return loop.map(PrinterLoop::view)
                .orElseGet(() -> PrinterView.of(Optional.empty()))
                .with(ledger.pending());
    }

    /**
     * Has a sheet printed once more and answers with the new one. While the newest copy is still under way, that one is
     * the answer and nothing is added, so that two clicks make one sheet. Empty when there is no such sheet.
     *
     * @param by who asks, for the journal
     */
    @CheckReturnValue
    public CompletionStage<Optional<SheetRow>> reprint(String sheetId, String reason, String by) {
        return ledger.reprint(sheetId, reason, by).thenApply(copy -> {
            copy.ifPresent(sheet -> {
                context.listener().sheetsChanged(sheet.frameId());
                backlog.wake();
            });
            return copy;
        });
    }

    /** Finishes what is being sent, within seconds. Everything else goes on after the next start. */
    @Override
    public void close() {
        backlog.close();
        loop.ifPresent(PrinterLoop::close);
    }
}
