package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.Move;
import caixiang.station.archive.MoveOrder;
import caixiang.station.archive.MoveOrder.Step;
import caixiang.station.archive.Reassignment;
import caixiang.station.capture.tray.MovePlan.Planned;
import caixiang.station.store.Database;
import caixiang.station.store.FrameMoves;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.MoveOperation;
import caixiang.station.store.MovedFrame;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.SheetRow;
import caixiang.station.store.StoreException;
import caixiang.station.store.Transactions;
import caixiang.station.store.Waiting;
import caixiang.station.store.Work;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives frames to other numbers as a person decides: seen before, done whole or not at all, and taken back as one. May be
 * used from any thread; the work is done on the store thread. Stages fail with {@link MoveException} when refused.
 */
@CheckReturnValue
public final class TrayRoom {
    private static final Logger log = LoggerFactory.getLogger(TrayRoom.class);

    private final Database database;
    private final Reassignment reassignment;
    private final TrayContext context;

    public TrayRoom(Database database, Reassignment reassignment, TrayContext context) {
        this.database = database;
        this.reassignment = reassignment;
        this.context = context;
    }

    /** Carries out to its end what the last run began. Blocks; for the start, before frames are looked for. */
    public void recover() throws StoreException {
        int finished = Waiting.forResult(database.inOrder(this::finishEarlier));
        if (finished > 0) {
            log.info("{} orders to move frames, left by the last run, are finished", finished);
        }
    }

    /** The frames nobody owns yet, oldest first. */
    public CompletionStage<List<TrayEntry>> tray() {
        return database.read(handle -> new TrayFacts(handle, context).tray());
    }

    public CompletionStage<List<MoveOperation>> moves(int limit) {
        return database.read(
                handle -> new FrameMoves(handle).newest(context.session().id(), limit));
    }

    /** Sheets that are or may be on paper with a number that is no longer their frame's. */
    public CompletionStage<List<SheetRow>> takeBack() {
        return database.read(handle ->
                new PrintedSheets(handle).onPaperForAnother(context.session().id()));
    }

    /** Sheets that were taken back and destroyed, the newest first. */
    public CompletionStage<List<PrintedSheets.Destroyed>> destroyed(int limit) {
        return database.read(
                handle -> new PrintedSheets(handle).destroyed(context.session().id(), limit));
    }

    /**
     * Somebody has taken these sheets back and destroyed them. Those that were ticked off before stay as they were; any
     * other that is not to be taken back is a refusal, and then none is ticked off.
     */
    public CompletionStage<Boolean> destroy(List<String> sheetIds, String by) {
        return database.write(handle -> {
            PrintedSheets sheets = new PrintedSheets(handle);
            Map<String, SheetRow> open = new LinkedHashMap<>();
            sheets.onPaperForAnother(context.session().id()).forEach(sheet -> open.put(sheet.sheetId(), sheet));
            for (String sheetId : sheetIds) {
                if (!open.containsKey(sheetId) && !sheets.isDestroyed(sheetId)) {
                    throw new MoveException(
                            MoveRefusal.NOT_FOUND, "Sheet " + sheetId + " is not one of those to be taken back.");
                }
            }
            open.keySet().retainAll(new HashSet<>(sheetIds));
            open.values().forEach(sheet -> destroy(handle, sheet, by));
            return true;
        });
    }

    private void destroy(Handle handle, SheetRow sheet, String by) {
        Instant now = now();
        new PrintedSheets(handle).destroy(sheet.sheetId(), by, now);
        new Journal(handle)
                .append(JournalEntry.of(now, context.session().id(), "sheet-destroyed")
                        .by(by)
                        .number(sheet.number())
                        .frame(sheet.frameId())
                        .with("sheet", sheet.sheetId())
                        .with("template", sheet.template()));
    }

    /** What would change. */
    public CompletionStage<MovePlan> preview(MoveRequest request) {
        return database.read(handle -> {
            MovePlan plan = plan(handle, request);
            return plan.withSheets(new PrintedSheets(handle).onPaper(ids(plan)));
        });
    }

    /**
     * Moves exactly what was previewed.
     *
     * @param token of the preview; anything that changed since then is a refusal
     */
    public CompletionStage<MoveOperation> carryOut(MoveCommand command, MoveRequest request, String token) {
        return perform(command, Optional.empty(), handle -> {
            MovePlan plan = plan(handle, request);
            if (!plan.token().equals(token)) {
                throw new MoveException(
                        MoveRefusal.PREVIEW_OUTDATED, "Frames or numbers have changed since the preview; look again.");
            }
            return order(command, plan);
        });
    }

    /** Takes a whole operation back. */
    public CompletionStage<MoveOperation> undo(String operationId, MoveCommand command) {
        return perform(command, Optional.of(operationId), handle -> undoing(handle, operationId, command));
    }

    private CompletionStage<MoveOperation> perform(
            MoveCommand command, Optional<String> undoes, Work<MoveOrder> decide) {
        return database.inOrder(transactions -> {
            Optional<MoveOperation> before = transactions.commit(
                    handle -> new FrameMoves(handle).ofRequest(context.session().id(), command.requestId()));
            if (before.isPresent()) {
                return again(before.get(), undoes);
            }
            int unused = finishEarlier(transactions);
            MoveOperation done = carryOut(transactions, transactions.commit(decide));
            tell(done);
            return done;
        });
    }

    private static MoveOperation again(MoveOperation before, Optional<String> undoes) throws MoveException {
        if (!before.undoes().equals(undoes)) {
            throw new MoveException(MoveRefusal.REQUEST_REUSED, "This request id was used for another operation.");
        }
        return before;
    }

    private MoveOperation carryOut(Transactions transactions, MoveOrder order) throws Exception {
        reassignment.carryOut(order);
        MoveOperation done;
        try {
            done = transactions.commit(handle -> record(handle, order));
        } catch (StoreException e) {
            reassignment.takeBack(order);
            throw e;
        }
        reassignment.finish(order);
        return done;
    }

    /** How many there were. */
    private int finishEarlier(Transactions transactions) throws Exception {
        List<MoveOrder> unfinished = reassignment.unfinished();
        for (MoveOrder order : unfinished) {
            boolean isRecorded = transactions.commit(
                    handle -> new FrameMoves(handle).find(order.operationId()).isPresent());
            if (!isRecorded) {
                reassignment.carryOn(order);
                MoveOperation done = transactions.commit(handle -> record(handle, order));
                tell(done);
            }
            reassignment.finish(order);
        }
        return unfinished.size();
    }

    private MoveOperation record(Handle handle, MoveOrder order) {
        FrameMoves moves = new FrameMoves(handle);
        moves.record(order, database.clock().instant());
        return moves.find(order.operationId()).orElseThrow();
    }

    private MovePlan plan(Handle handle, MoveRequest request) throws MoveException {
        return new MovePlanner(new TrayFacts(handle, context).of(request)).plan(request);
    }

    private MoveOrder order(MoveCommand command, MovePlan plan) {
        Draft draft = new Draft(command, context.ids().next(), plan.kind(), Optional.empty(), now());
        for (Planned planned : plan.moves()) {
            draft.add(planned.frame(), planned.frame().number(), planned.to(), planned.reason());
        }
        return draft.order();
    }

    private MoveOrder undoing(Handle handle, String operationId, MoveCommand command) throws MoveException {
        MoveOperation operation = new FrameMoves(handle)
                .find(operationId)
                .orElseThrow(
                        () -> new MoveException(MoveRefusal.NOT_FOUND, "There is no operation " + operationId + "."));
        if (operation.undoneBy().isPresent()) {
            throw new MoveException(MoveRefusal.ALREADY_UNDONE, "This operation was undone before.");
        }
        if (operation.builtOnBy().isPresent()) {
            throw new MoveException(
                    MoveRefusal.BUILT_ON,
                    "Operation " + operation.builtOnBy().get() + " moved some of these frames again; undo that first.");
        }
        Draft draft = new Draft(command, context.ids().next(), "undo", Optional.of(operationId), now());
        for (MovedFrame moved : operation.frames()) {
            Frame frame = new Frames(handle).find(moved.frameId()).orElseThrow();
            draft.add(frame, moved.to(), moved.from(), FrameReason.ofCode(moved.reasonBefore()));
        }
        return draft.order();
    }

    /** An order while its steps are gathered. */
    private final class Draft {
        private final MoveCommand command;
        private final String operationId;
        private final String kind;
        private final Optional<String> undoes;
        private final Instant now;
        private final List<Step> steps = new ArrayList<>();

        Draft(MoveCommand command, String operationId, String kind, Optional<String> undoes, Instant now) {
            this.command = command;
            this.operationId = operationId;
            this.kind = kind;
            this.undoes = undoes;
            this.now = now;
        }

        void add(Frame frame, OptionalInt from, OptionalInt to, FrameReason why) {
            var part = new Move.Part(operationId, kind, undoes, frame.reason());
            Move move = new Move(from, to, command.by(), command.reason(), now, Optional.of(part));
            steps.add(new Step(frame, frame.moved(move, why)));
        }

        MoveOrder order() {
            return new MoveOrder(
                    operationId,
                    context.session().id(),
                    command.requestId(),
                    kind,
                    undoes,
                    command.by(),
                    command.reason(),
                    now,
                    steps);
        }
    }

    private void tell(MoveOperation done) {
        try {
            context.listener().framesMoved(done);
        } catch (RuntimeException e) {
            log.error("a listener failed at operation {}", done.operationId(), e);
        }
    }

    private static List<String> ids(MovePlan plan) {
        return plan.moves().stream().map(move -> move.frame().frameId()).toList();
    }

    /** The row keeps milliseconds; the sidecar is to say the same. */
    private Instant now() {
        return database.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
