package caixiang.station.print;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.crash.CrashPoint;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.SheetJob;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.SheetTimes;
import caixiang.station.store.StoreException;
import caixiang.station.store.SubjectName;
import caixiang.station.store.Waiting;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Every step of every sheet, each committed with its line in the journal before anybody acts on it. Methods that return
 * a value wait for the disk and are called on the room's own threads only.
 */
final class SheetLedger {
    private static final int SHEETS_MAX = 500;

    private final Database database;
    private final PrintContext context;
    private volatile int pending;

    SheetLedger(Database database, PrintContext context) {
        this.database = database;
        this.context = context;
    }

    /** Sheets of the session that are not out yet, or may not be. */
    int pending() {
        return pending;
    }

    void count() throws StoreException {
        pending = Waiting.forResult(database.read(handle -> new PrintedSheets(handle).pending(sessionId())));
    }

    /** Plans the sheets of the next frame with a portrait; none is planned twice. Empty when there is no such frame. */
    Optional<Frame> planNext() throws StoreException {
        Optional<Frame> planned = Waiting.forResult(database.write(handle -> {
            Optional<Frame> next = new CutPortraits(handle).nextToPlan(sessionId());
            if (next.isPresent()) {
                plan(handle, next.get());
            }
            return next;
        }));
        planned.map(CrashPoint.SHEETS_PLANNED::passed)
                .ifPresent(frame -> context.listener().sheetsChanged(frame.frameId()));
        return planned;
    }

    private void plan(Handle handle, Frame frame) {
        if (context.settings().automatic()) {
            List<SheetRow> known = new PrintedSheets(handle).ofFrame(frame.frameId());
            for (String template : context.settings().templates()) {
                planOnce(handle, frame, template, known);
            }
        }
        new CutPortraits(handle).sheetsPlanned(frame.frameId());
        pending = new PrintedSheets(handle).pending(sessionId());
    }

    /** A frame that was moved has sheets with its old number; it gets new ones, unless it has come back to its number. */
    private void planOnce(Handle handle, Frame frame, String template, List<SheetRow> known) {
        List<SheetRow> same = known.stream()
                .filter(sheet -> sheet.template().equals(template))
                .toList();
        boolean isThere = same.stream()
                .filter(sheet -> sheet.number().equals(frame.number()) && sheet.state() != SheetState.FAILED)
                .anyMatch(sheet -> !new PrintedSheets(handle).isDestroyed(sheet.sheetId()));
        if (!isThere) {
            int copies = same.stream().mapToInt(SheetRow::copy).max().orElse(0);
            insert(handle, frame, template, copies + 1, Optional.empty());
        }
    }

    private SheetRow insert(Handle handle, Frame frame, String template, int copy, Optional<String> reprintReason) {
        String sheetId = context.ids().next();
        Instant now = database.clock().instant();
        SheetRow sheet = new SheetRow(
                sheetId,
                frame.frameId(),
                frame.number(),
                template,
                copy,
                reprintReason,
                ArchivePaths.sheetFile(frame, sheetId),
                false,
                SheetState.PLANNED,
                SheetJob.named(jobName(frame, template, sheetId)),
                SheetTimes.planned(now));
        if (new PrintedSheets(handle).insert(sheet)) {
            journal(handle, frame, sheet, now);
        }
        return sheet;
    }

    private static String jobName(Frame frame, String template, String sheetId) {
        return "%s-%04d-%s-%s".formatted(frame.sessionId(), frame.number().orElse(0), template, sheetId);
    }

    Optional<SheetRow> nextToDraw() throws StoreException {
        return Waiting.forResult(database.read(handle -> new PrintedSheets(handle).nextToDraw(sessionId())));
    }

    List<SheetRow> readyToSend(int limit) throws StoreException {
        return Waiting.forResult(database.read(handle -> new PrintedSheets(handle).readyToSend(sessionId(), limit)));
    }

    List<SheetRow> onThePrinter() throws StoreException {
        Instant since = database.clock().instant().minus(context.timing().doubtMax());
        return Waiting.forResult(database.read(handle -> new PrintedSheets(handle)
                .onThePrinter(since).stream().limit(SHEETS_MAX).toList()));
    }

    void drawn(SheetRow sheet) throws StoreException {
        Waiting.forResult(database.write(handle -> {
            new PrintedSheets(handle).drawn(sheet.sheetId(), database.clock().instant());
            return sheet;
        }));
    }

    /**
     * One step. Empty, and nothing is changed, when the sheet has gone another way meanwhile, because somebody had it
     * printed again.
     */
    Optional<SheetRow> move(SheetRow sheet, SheetState to, SheetJob job) throws StoreException {
        Optional<SheetRow> moved = Waiting.forResult(database.write(handle -> move(handle, sheet, to, job)));
        moved.ifPresent(row -> context.listener().sheetsChanged(row.frameId()));
        return moved;
    }

    private Optional<SheetRow> move(Handle handle, SheetRow sheet, SheetState to, SheetJob job) {
        PrintedSheets sheets = new PrintedSheets(handle);
        SheetRow now = sheets.find(sheet.sheetId()).orElse(sheet);
        if (now.state() != sheet.state()) {
            return Optional.empty();
        }
        Instant at = database.clock().instant();
        SheetRow moved = now.moved(to, job, at);
        sheets.update(moved);
        if (to != now.state()) {
            Optional<Frame> frame = new Frames(handle).find(moved.frameId());
            frame.ifPresent(of -> journal(handle, of, moved, at));
        }
        pending = sheets.pending(sessionId());
        return Optional.of(moved);
    }

    /**
     * Plans one more copy, unless the newest is still under way: then that one is the answer. A doubtful sheet is given
     * up, so that it cannot come out a second time by itself. Empty when there is no such sheet.
     */
    @CheckReturnValue
    CompletionStage<Optional<SheetRow>> reprint(String sheetId, String reason, String by) {
        return database.write(handle -> {
            PrintedSheets sheets = new PrintedSheets(handle);
            Optional<SheetRow> asked = sheets.find(sheetId);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            SheetRow newest = sheets.newestCopy(asked.get());
            if (newest.state().isUnderWay()) {
                return Optional.of(newest);
            }
            if (newest.state() == SheetState.DOUBTFUL) {
                var unused =
                        move(handle, newest, SheetState.FAILED, newest.job().because("reprinted"));
            }
            Frame frame = new Frames(handle).find(newest.frameId()).orElseThrow();
            journalReprint(handle, frame, newest, by, reason);
            SheetRow copy = insert(handle, frame, newest.template(), newest.copy() + 1, Optional.of(reason));
            pending = sheets.pending(sessionId());
            return Optional.of(copy);
        });
    }

    private void journalReprint(Handle handle, Frame frame, SheetRow newest, String by, String reason) {
        new Journal(handle)
                .append(JournalEntry.of(database.clock().instant(), frame.sessionId(), "reprint-asked")
                        .number(frame.number())
                        .frame(frame.frameId())
                        .by(by)
                        .with("template", newest.template())
                        .with("reason", reason)
                        .changed("copy " + newest.copy() + " " + newest.state().code(), "copy " + (newest.copy() + 1)));
    }

    /** What drawing needs to know of a sheet. */
    Subject subject(SheetRow sheet) throws StoreException {
        return Waiting.forResult(database.read(handle -> {
            Frame frame = new Frames(handle).find(sheet.frameId()).orElseThrow();
            OptionalInt number = frame.number();
            Optional<SubjectName> name = number.isPresent()
                    ? new PrintedSheets(handle).subjectName(frame.sessionId(), number.getAsInt())
                    : Optional.empty();
            int copy = 1
                    + (int) new PrintedSheets(handle)
                            .ofFrame(frame.frameId()).stream()
                                    .filter(other -> other.template().equals(sheet.template())
                                            && other.number().equals(number)
                                            && other.copy() < sheet.copy())
                                    .count();
            return new Subject(frame, name, copy);
        }));
    }

    /** @param copy counts the sheets with this number only */
    record Subject(Frame frame, Optional<SubjectName> name, int copy) {}

    private static void journal(Handle handle, Frame frame, SheetRow sheet, Instant at) {
        JournalEntry entry = JournalEntry.of(
                        at, frame.sessionId(), "sheet-" + sheet.state().code())
                .number(frame.number())
                .frame(frame.frameId())
                .with("sheet", sheet.sheetId())
                .with("template", sheet.template())
                .with("copy", String.valueOf(sheet.copy()));
        if (sheet.job().id().isPresent()) {
            entry = entry.with("job", String.valueOf(sheet.job().id().getAsInt()));
        }
        if (!sheet.job().reasons().isEmpty()) {
            entry = entry.with("reasons", String.join(" ", sheet.job().reasons()));
        }
        new Journal(handle).append(entry);
    }

    private String sessionId() {
        return context.session().id();
    }
}
