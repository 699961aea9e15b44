package caixiang.station.print;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.crash.CrashPoint;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.PrintDesk;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.SheetJob;
import caixiang.station.store.SheetOrdering;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.SheetTimes;
import caixiang.station.store.StoreException;
import caixiang.station.store.SubjectName;
import caixiang.station.store.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * Every step of every sheet, each committed with its line in the journal before anybody acts on it. Methods that return
 * a value wait for the disk and are called on the room's own threads only.
 */
final class SheetLedger {
    private static final int SHEETS_MAX = 500;

    private final Database database;
    private final PrintContext context;
    private volatile PrinterView.Queue queue = PrinterView.Queue.EMPTY;

    SheetLedger(Database database, PrintContext context) {
        this.database = database;
        this.context = context;
    }

    PrinterView.Queue queue() {
        return queue;
    }

    void count() throws StoreException {
        Waiting.forResult(database.read(handle -> {
            count(handle);
            return queue;
        }));
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
        count(handle);
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

    SheetRow insert(Handle handle, Frame frame, String template, int copy, Optional<String> reprintReason) {
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
        return Waiting.forResult(database.read(handle -> new PrintDesk(handle).isPaused(sessionId())
                ? List.<SheetRow>of()
                : new PrintedSheets(handle).readyToSend(sessionId(), ordering(), limit)));
    }

    private SheetOrdering ordering() {
        return SheetOrdering.valueOf(context.settings().sheets().ordering().name());
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

    Optional<SheetRow> move(Handle handle, SheetRow sheet, SheetState to, SheetJob job) {
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
        count(handle);
        return Optional.of(moved);
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

    void count(Handle handle) {
        queue = new PrinterView.Queue(
                new PrintedSheets(handle).pending(sessionId()),
                new PrintedSheets(handle).doubtful(sessionId()).size());
    }

    private String sessionId() {
        return context.session().id();
    }
}
