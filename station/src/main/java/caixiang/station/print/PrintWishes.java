package caixiang.station.print;

import caixiang.station.archive.Frame;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.PrintDesk;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * What people ask of sheets: another copy, what became of one in doubt, this one first or not at all, a pause. Each is
 * one transaction with its line in the journal. Stages fail with a {@link PrintRefusedException} where it cannot be.
 */
@CheckReturnValue
final class PrintWishes {
    private final Database database;
    private final PrintContext context;
    private final SheetLedger ledger;

    PrintWishes(Database database, PrintContext context, SheetLedger ledger) {
        this.database = database;
        this.context = context;
        this.ledger = ledger;
    }

    CompletionStage<PrintStanding> standing() {
        String session = context.session().id();
        return database.read(handle -> new PrintStanding(
                new PrintDesk(handle).isPaused(session),
                new PrintedSheets(handle).doubtful(session),
                new PrintDesk(handle).byClass(session)));
    }

    /**
     * Plans one more copy, unless the newest is still under way: then that one is the answer. A doubtful sheet is given
     * up, so that it cannot come out a second time by itself.
     */
    CompletionStage<SheetRow> reprint(String sheetId, String reason, String by) {
        return database.write(handle -> {
            SheetRow newest = new PrintedSheets(handle).newestCopy(existing(handle, sheetId));
            if (newest.state().isUnderWay()) {
                return newest;
            }
            if (newest.state() == SheetState.DOUBTFUL) {
                var unused = ledger.move(
                        handle, newest, SheetState.FAILED, newest.job().because("reprinted"));
            }
            return another(handle, newest, reason, by);
        });
    }

    /** Somebody has looked: a sheet that came out is done, and one that did not is given up and made again. */
    CompletionStage<SheetRow> answer(String sheetId, boolean cameOut, String by) {
        return database.write(handle -> {
            SheetRow sheet = existing(handle, sheetId);
            if (sheet.state() != SheetState.DOUBTFUL) {
                throw new PrintRefusedException(PrintRefusal.NOT_DOUBTFUL);
            }
            append(handle, sheet, "sheet-looked-for", by, cameOut ? "it came out" : "it did not come out");
            SheetState end = cameOut ? SheetState.DONE : SheetState.FAILED;
            String why = cameOut ? "seen-by-operator" : "missed-by-operator";
            SheetRow ended =
                    ledger.move(handle, sheet, end, sheet.job().because(why)).orElse(sheet);
            return cameOut ? ended : another(handle, ended, "did not come out", by);
        });
    }

    /** Gives up a sheet that waits; what is on the printer already comes out. */
    CompletionStage<SheetRow> cancel(String sheetId, String by) {
        return database.write(handle -> {
            SheetRow sheet = waiting(handle, sheetId);
            append(handle, sheet, "sheet-cancelled", by, "");
            return ledger.move(handle, sheet, SheetState.FAILED, sheet.job().because("cancelled-by-operator"))
                    .orElse(sheet);
        });
    }

    /** Sends a sheet that waits before all others. */
    CompletionStage<SheetRow> putFirst(String sheetId, String by) {
        return database.write(handle -> {
            SheetRow sheet = waiting(handle, sheetId);
            append(handle, sheet, "sheet-put-first", by, "");
            new PrintDesk(handle).putFirst(sheetId, now());
            return sheet;
        });
    }

    /** Answers whether anything was changed by it. */
    CompletionStage<Boolean> pause(boolean paused, String by) {
        String session = context.session().id();
        return database.write(handle -> {
            PrintDesk desk = new PrintDesk(handle);
            boolean changed = paused ? desk.pause(session, now()) : desk.goOn(session);
            if (changed) {
                new Journal(handle)
                        .append(JournalEntry.of(now(), session, paused ? "printing-paused" : "printing-resumed")
                                .by(by));
            }
            return changed;
        });
    }

    private static SheetRow existing(Handle handle, String sheetId) throws PrintRefusedException {
        return new PrintedSheets(handle)
                .find(sheetId)
                .orElseThrow(() -> new PrintRefusedException(PrintRefusal.NOT_FOUND));
    }

    private static SheetRow waiting(Handle handle, String sheetId) throws PrintRefusedException {
        SheetRow sheet = existing(handle, sheetId);
        if (sheet.state() != SheetState.PLANNED) {
            throw new PrintRefusedException(PrintRefusal.NOT_WAITING);
        }
        return sheet;
    }

    private SheetRow another(Handle handle, SheetRow newest, String reason, String by) throws PrintRefusedException {
        if (new PrintedSheets(handle).copies(newest)
                >= context.settings().sheets().copiesMax()) {
            throw new PrintRefusedException(PrintRefusal.COPIES_USED_UP);
        }
        Frame frame = new Frames(handle).find(newest.frameId()).orElseThrow();
        new Journal(handle)
                .append(JournalEntry.of(now(), frame.sessionId(), "reprint-asked")
                        .number(frame.number())
                        .frame(frame.frameId())
                        .by(by)
                        .with("template", newest.template())
                        .with("reason", reason)
                        .changed("copy " + newest.copy() + " " + newest.state().code(), "copy " + (newest.copy() + 1)));
        SheetRow copy = ledger.insert(handle, frame, newest.template(), newest.copy() + 1, Optional.of(reason));
        ledger.count(handle);
        return copy;
    }

    private void append(Handle handle, SheetRow sheet, String what, String by, String said) {
        Frame frame = new Frames(handle).find(sheet.frameId()).orElseThrow();
        JournalEntry entry = JournalEntry.of(now(), frame.sessionId(), what)
                .number(frame.number())
                .frame(frame.frameId())
                .by(by)
                .with("sheet", sheet.sheetId())
                .with("template", sheet.template());
        new Journal(handle).append(said.isEmpty() ? entry : entry.with("said", said));
    }

    private Instant now() {
        return database.clock().instant();
    }
}
