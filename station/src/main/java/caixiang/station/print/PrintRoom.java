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
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * From a portrait to sheets of paper: plans, draws and prints them, each once, and knows of each where it stands.
 * Nothing here holds up shooting. May be used from any thread.
 */
public final class PrintRoom implements AutoCloseable {
    private final PrintContext context;
    private final SheetLedger ledger;
    private final PrintWishes wishes;
    private final SheetMaker maker;
    private final Backlog backlog;
    private final Optional<PrinterLoop> loop;

    /** Without a printer sheets are made and kept. */
    public PrintRoom(PrintContext context, Database database, Workshop workshop, Optional<Printer> printer) {
        this.context = context;
        this.ledger = new SheetLedger(database, context);
        this.wishes = new PrintWishes(database, context, ledger);
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
                .with(ledger.queue());
    }

    /** For how many people there is paper once what waits is printed, where the printer counts. */
    public OptionalInt peopleLeft() {
        PrinterView view = printer();
        int each = Math.max(1, context.settings().templates().size());
        return view.sheetsLeft().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(0, view.sheetsLeft().getAsInt() - view.pending()) / each);
    }

    /**
     * Has a sheet printed once more and answers with the new one. While the newest copy is still under way, that one is
     * the answer and nothing is added, so that two clicks make one sheet. This and what follows fail with a {@link
     * PrintRefusedException} where it cannot be.
     *
     * @param by who asks, for the journal
     */
    @CheckReturnValue
    public CompletionStage<SheetRow> reprint(String sheetId, String reason, String by) {
        return told(wishes.reprint(sheetId, reason, by));
    }

    /** Somebody has looked for a sheet in doubt. One that did not come out is made again, and that is the answer. */
    @CheckReturnValue
    public CompletionStage<SheetRow> answer(String sheetId, boolean cameOut, String by) {
        return told(wishes.answer(sheetId, cameOut, by));
    }

    /** Gives up a sheet that still waits. */
    @CheckReturnValue
    public CompletionStage<SheetRow> cancel(String sheetId, String by) {
        return told(wishes.cancel(sheetId, by));
    }

    /** Sends a sheet that still waits before all others. */
    @CheckReturnValue
    public CompletionStage<SheetRow> putFirst(String sheetId, String by) {
        return told(wishes.putFirst(sheetId, by));
    }

    /** Holds all sheets that are not on the printer yet, or lets them go on; also over a restart. */
    @CheckReturnValue
    public CompletionStage<PrintStanding> pause(boolean paused, String by) {
        return wishes.pause(paused, by).thenCompose(changed -> {
            loop.ifPresent(PrinterLoop::wake);
            context.listener().printerChanged();
            return standing();
        });
    }

    @CheckReturnValue
    public CompletionStage<PrintStanding> standing() {
        return wishes.standing();
    }

    private CompletionStage<SheetRow> told(CompletionStage<SheetRow> wish) {
        return wish.thenApply(sheet -> {
            context.listener().sheetsChanged(sheet.frameId());
            context.listener().printerChanged();
            backlog.wake();
            loop.ifPresent(PrinterLoop::wake);
            return sheet;
        });
    }

    /** Finishes what is being sent, within seconds. Everything else goes on after the next start. */
    @Override
    public void close() {
        backlog.close();
        loop.ifPresent(PrinterLoop::close);
    }
}
