package caixiang.station.store;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.Move;
import caixiang.station.archive.Move.Part;
import caixiang.station.archive.MoveOrder;
import caixiang.station.archive.MoveOrder.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Tables {@code move_operation} and {@code moved_frame}: which frames a person gave to other numbers. */
public final class FrameMoves {
    private static final String SELECT = "SELECT operation_id, kind, undoes, moved_by, reason, moved_at,"
            + " (SELECT later.operation_id FROM move_operation later WHERE later.undoes = op.operation_id) AS undone_by,"
            + " (SELECT min(later.operation_id) FROM moved_frame mine JOIN moved_frame later"
            + " ON later.frame_id = mine.frame_id AND later.operation_id > mine.operation_id"
            + " WHERE mine.operation_id = op.operation_id) AS built_on_by"
            + " FROM move_operation op ";

    private final Handle handle;

    public FrameMoves(Handle handle) {
        this.handle = handle;
    }

    public Optional<MoveOperation> find(String operationId) {
        return one("WHERE operation_id = :key", "", operationId);
    }

    public Optional<MoveOperation> ofRequest(String sessionId, String requestId) {
        return one("WHERE session_id = :session AND request_id = :key", sessionId, requestId);
    }

    private Optional<MoveOperation> one(String where, String sessionId, String key) {
        return handle.createQuery(SELECT + where)
                .bind("session", sessionId)
                .bind("key", key)
                .map((rs, ctx) -> map(rs))
                .findOne()
                .map(this::withFrames);
    }

    /** Newest first. */
    public List<MoveOperation> newest(String sessionId, int limit) {
        return handle
                .createQuery(SELECT + "WHERE session_id = :session ORDER BY operation_id DESC LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", limit)
                .map((rs, ctx) -> map(rs))
                .list()
                .stream()
                .map(this::withFrames)
                .toList();
    }

    /** Everything an order changes in the database, with the journal. The files lie in their new places already. */
    public void record(MoveOrder order, Instant now) {
        insert(order);
        journalOperation(order, now);
        for (Step step : order.steps()) {
            Frame after = step.after();
            insert(order, step);
            new Frames(handle).place(after);
            new CutPortraits(handle).moved(after.frameId(), ArchivePaths.portraitFile(after));
            giveUpPlannedSheets(after, now);
            new Journal(handle)
                    .append(JournalEntry.of(now, order.sessionId(), "frame-moved")
                            .number(after.number())
                            .frame(after.frameId())
                            .with("operation", order.operationId())
                            .with("from", word(step.before()))
                            .with("to", word(after))
                            .with("by", order.by()));
        }
    }

    /**
     * Makes again, from the frame's own history, what {@link #record} wrote of it when it was moved.
     *
     * @return how many of its moves say too little for that
     */
    public int restore(Frame frame) {
        int unknown = 0;
        for (int i = 0; i < frame.moves().size(); i++) {
            Move move = frame.moves().get(i);
            if (move.part().isEmpty()) {
                unknown++;
                continue;
            }
            Part part = move.part().get();
            handle.createUpdate(
                            "INSERT INTO move_operation (operation_id, session_id, request_id, kind, undoes, moved_by,"
                                    + " reason, moved_at) VALUES (:id, :session, :id, :kind, :undoes, :by, :reason, :at)"
                                    + " ON CONFLICT (operation_id) DO NOTHING")
                    .bind("id", part.operationId())
                    .bind("session", frame.sessionId())
                    .bind("kind", part.kind())
                    .bind("undoes", part.undoes().orElse(null))
                    .bind("by", move.by())
                    .bind("reason", move.reason())
                    .bind("at", move.at().toEpochMilli())
                    .execute();
            insert(part, move, frame.frameId(), reasonAfter(frame, i));
        }
        return unknown;
    }

    /** Why it lay where this move had brought it: as the next move found it, or as it is. */
    private static FrameReason reasonAfter(Frame frame, int move) {
        return move + 1 < frame.moves().size()
                ? frame.moves().get(move + 1).part().map(Part::before).orElse(FrameReason.MOVED)
                : frame.reason();
    }

    private void insert(Part part, Move move, String frameId, FrameReason after) {
        handle.createUpdate("INSERT INTO moved_frame (operation_id, frame_id, from_number, to_number, reason_before,"
                        + " reason_after) VALUES (:id, :frame, :from, :to, :before, :after)")
                .bind("id", part.operationId())
                .bind("frame", frameId)
                .bind("from", Columns.number(move.from()))
                .bind("to", Columns.number(move.to()))
                .bind("before", part.before().code())
                .bind("after", after.code())
                .execute();
    }

    private void insert(MoveOrder order) {
        handle.createUpdate("INSERT INTO move_operation (operation_id, session_id, request_id, kind, undoes, moved_by,"
                        + " reason, moved_at) VALUES (:id, :session, :request, :kind, :undoes, :by, :reason, :at)")
                .bind("id", order.operationId())
                .bind("session", order.sessionId())
                .bind("request", order.requestId())
                .bind("kind", order.kind())
                .bind("undoes", order.undoes().orElse(null))
                .bind("by", order.by())
                .bind("reason", order.reason())
                .bind("at", order.at().toEpochMilli())
                .execute();
    }

    private void insert(MoveOrder order, Step step) {
        handle.createUpdate("INSERT INTO moved_frame (operation_id, frame_id, from_number, to_number, reason_before,"
                        + " reason_after) VALUES (:id, :frame, :from, :to, :before, :after)")
                .bind("id", order.operationId())
                .bind("frame", step.before().frameId())
                .bind("from", Columns.number(step.before().number()))
                .bind("to", Columns.number(step.after().number()))
                .bind("before", step.before().reason().code())
                .bind("after", step.after().reason().code())
                .execute();
    }

    private void journalOperation(MoveOrder order, Instant now) {
        JournalEntry entry = JournalEntry.of(now, order.sessionId(), "frames-moved")
                .with("operation", order.operationId())
                .with("kind", order.kind())
                .with("frames", String.valueOf(order.steps().size()))
                .with("reason", order.reason())
                .with("by", order.by());
        new Journal(handle)
                .append(
                        order.undoes().isPresent()
                                ? entry.with("undoes", order.undoes().get())
                                : entry);
    }

    /** A sheet that nobody has sent yet must not come out with the number of somebody else. */
    private void giveUpPlannedSheets(Frame frame, Instant now) {
        PrintedSheets sheets = new PrintedSheets(handle);
        for (SheetRow sheet : sheets.ofFrame(frame.frameId())) {
            if (sheet.state() == SheetState.PLANNED && !sheet.number().equals(frame.number())) {
                sheets.update(sheet.moved(SheetState.FAILED, sheet.job().because("frame-moved"), now));
                new Journal(handle)
                        .append(JournalEntry.of(now, frame.sessionId(), "sheet-failed")
                                .number(sheet.number())
                                .frame(frame.frameId())
                                .with("sheet", sheet.sheetId())
                                .with("template", sheet.template())
                                .with("reasons", "frame-moved"));
            }
        }
    }

    private static String word(Frame frame) {
        OptionalInt number = frame.number();
        return number.isPresent()
                ? String.valueOf(number.getAsInt())
                : frame.reason().code();
    }

    private MoveOperation withFrames(MoveOperation bare) {
        List<MovedFrame> frames = handle.createQuery("SELECT frame_id, from_number, to_number, reason_before,"
                        + " reason_after FROM moved_frame WHERE operation_id = :id ORDER BY frame_id")
                .bind("id", bare.operationId())
                .map((rs, ctx) -> new MovedFrame(
                        rs.getString("frame_id"),
                        Columns.number(rs, "from_number"),
                        Columns.number(rs, "to_number"),
                        rs.getString("reason_before"),
                        rs.getString("reason_after")))
                .list();
        return new MoveOperation(
                bare.operationId(),
                bare.kind(),
                bare.undoes(),
                bare.by(),
                bare.reason(),
                bare.at(),
                frames,
                bare.undoneBy(),
                bare.builtOnBy());
    }

    private static MoveOperation map(ResultSet rs) throws SQLException {
        return new MoveOperation(
                rs.getString("operation_id"),
                rs.getString("kind"),
                Columns.text(rs, "undoes"),
                rs.getString("moved_by"),
                rs.getString("reason"),
                Columns.time(rs, "moved_at"),
                List.of(),
                Columns.text(rs, "undone_by"),
                Columns.text(rs, "built_on_by"));
    }
}
