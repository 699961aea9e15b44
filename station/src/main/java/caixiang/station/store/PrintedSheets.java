package caixiang.station.store;

import caixiang.station.roster.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Table {@code sheet}: the ledger of paper. */
public final class PrintedSheets {
    private static final String SELECT =
            "SELECT sheet.sheet_id, sheet.frame_id, sheet.number, template, copy, reprint_reason, sheet.file,"
                    + " drawn_at, sheet.state, job_name, job_id, job_state, reasons, planned_at, sent_at, accepted_at,"
                    + " sheet.ended_at FROM sheet ";
    private static final int TAKE_BACK_MAX = 1_000;

    /** Is or may be on paper with a number that is no longer its frame's, and nobody has destroyed it. */
    static final String TO_TAKE_BACK = "sheet.state NOT IN ('planned', 'failed') AND taken_back_at IS NULL"
            + " AND (frame.number IS NULL OR sheet.number <> frame.number)";

    /** What an earlier session left unprinted is not printed on another day, unless asked for again. */
    private static final String DUE = "JOIN frame ON frame.frame_id = sheet.frame_id WHERE state = 'planned'"
            + " AND (frame.session_id = :session OR copy > 1) ";

    private final Handle handle;

    public PrintedSheets(Handle handle) {
        this.handle = handle;
    }

    /** False, and nothing is changed, when this copy of this template of this frame is there already. */
    public boolean insert(SheetRow sheet) {
        return handle.createUpdate(
                                "INSERT INTO sheet (sheet_id, frame_id, number, template, copy, reprint_reason, file,"
                                        + " drawn_at, state, job_name, reasons, planned_at) VALUES (:id, :frame, :number, :template,"
                                        + " :copy, :why, :file, NULL, :state, :job, '', :planned)"
                                        + " ON CONFLICT (frame_id, template, copy) DO NOTHING")
                        .bind("id", sheet.sheetId())
                        .bind("frame", sheet.frameId())
                        .bind("number", Columns.number(sheet.number()))
                        .bind("template", sheet.template())
                        .bind("copy", sheet.copy())
                        .bind("why", sheet.reprintReason().orElse(null))
                        .bind("file", sheet.file())
                        .bind("state", sheet.state().code())
                        .bind("job", sheet.job().name())
                        .bind("planned", sheet.times().planned().toEpochMilli())
                        .execute()
                > 0;
    }

    public void drawn(String sheetId, Instant now) {
        handle.createUpdate("UPDATE sheet SET drawn_at = :at WHERE sheet_id = :id")
                .bind("at", now.toEpochMilli())
                .bind("id", sheetId)
                .execute();
    }

    /** Writes state, job and times. */
    public void update(SheetRow sheet) {
        handle.createUpdate("UPDATE sheet SET state = :state, job_id = :jobId, job_state = :jobState,"
                        + " reasons = :reasons, sent_at = :sent, accepted_at = :accepted, ended_at = :ended"
                        + " WHERE sheet_id = :id")
                .bind("id", sheet.sheetId())
                .bind("state", sheet.state().code())
                .bind("jobId", Columns.number(sheet.job().id()))
                .bind("jobState", sheet.job().state().orElse(null))
                .bind("reasons", String.join(" ", sheet.job().reasons()))
                .bind("sent", Columns.time(sheet.times().sent()))
                .bind("accepted", Columns.time(sheet.times().accepted()))
                .bind("ended", Columns.time(sheet.times().ended()))
                .execute();
    }

    public Optional<SheetRow> find(String sheetId) {
        return list(handle.createQuery(SELECT + "WHERE sheet.sheet_id = :id").bind("id", sheetId)).stream()
                .findFirst();
    }

    /** In the order they were planned. */
    public List<SheetRow> ofFrame(String frameId) {
        return list(handle.createQuery(SELECT + "WHERE frame_id = :frame ORDER BY sheet.sheet_id")
                .bind("frame", frameId));
    }

    /** Sheets of these frames that are or may be on paper with the number the frame has now. */
    public List<SheetRow> onPaper(List<String> frameIds) {
        return frameIds.isEmpty()
                ? List.of()
                : list(handle.createQuery(SELECT + "JOIN frame ON frame.frame_id = sheet.frame_id"
                                + " WHERE sheet.frame_id IN (<frames>) AND state NOT IN ('planned', 'failed')"
                                + " AND sheet.number = frame.number ORDER BY sheet.sheet_id")
                        .bindList("frames", frameIds));
    }

    /**
     * Sheets of a session that are or may be on paper with another number than their frame has now; somebody has to take
     * them back. Oldest first.
     */
    public List<SheetRow> onPaperForAnother(String sessionId) {
        return list(handle.createQuery(SELECT + "JOIN frame ON frame.frame_id = sheet.frame_id"
                        + " WHERE frame.session_id = :session AND " + TO_TAKE_BACK
                        + " ORDER BY sheet.sheet_id LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", TAKE_BACK_MAX));
    }

    /** A sheet that was to be taken back, and who has destroyed it when. */
    public record Destroyed(SheetRow sheet, String by, Instant at) {}

    /** Newest first. */
    public List<Destroyed> destroyed(String sessionId, int limit) {
        record Tick(String sheetId, String by, Instant at) {}
        return handle
                .createQuery("SELECT sheet_id, taken_back_by, taken_back_at FROM sheet"
                        + " JOIN frame ON frame.frame_id = sheet.frame_id WHERE frame.session_id = :session"
                        + " AND taken_back_at IS NOT NULL ORDER BY taken_back_at DESC, sheet_id LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", limit)
                .map((rs, ctx) -> new Tick(
                        rs.getString("sheet_id"), rs.getString("taken_back_by"), Columns.time(rs, "taken_back_at")))
                .list()
                .stream()
                .map(tick -> new Destroyed(find(tick.sheetId()).orElseThrow(), tick.by(), tick.at()))
                .toList();
    }

    /** Whether somebody has destroyed this paper. */
    public boolean isDestroyed(String sheetId) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM sheet WHERE sheet_id = :id AND taken_back_at IS NOT NULL)")
                .bind("id", sheetId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Notes that somebody has taken a sheet back and destroyed it. */
    public void destroy(String sheetId, String by, Instant at) {
        handle.createUpdate("UPDATE sheet SET taken_back_by = :by, taken_back_at = :at WHERE sheet_id = :id")
                .bind("by", by)
                .bind("at", at.toEpochMilli())
                .bind("id", sheetId)
                .execute();
    }

    /** The last copy of the same sheet. */
    public SheetRow newestCopy(SheetRow sheet) {
        return list(handle.createQuery(SELECT + "WHERE frame_id = :frame AND template = :template"
                                + " ORDER BY copy DESC LIMIT 1")
                        .bind("frame", sheet.frameId())
                        .bind("template", sheet.template()))
                .get(0);
    }

    /** Planned sheets without a file, oldest first. */
    public Optional<SheetRow> nextToDraw(String sessionId) {
        return list(handle.createQuery(SELECT + DUE + "AND drawn_at IS NULL ORDER BY sheet.sheet_id LIMIT 1")
                        .bind("session", sessionId))
                .stream()
                .findFirst();
    }

    /** Planned sheets with their file; what was put first, then in that order. */
    public List<SheetRow> readyToSend(String sessionId, SheetOrdering ordering, int limit) {
        return list(handle.createQuery(SELECT + "JOIN frame ON frame.frame_id = sheet.frame_id"
                        + " LEFT JOIN sitting ON sitting.session_id = frame.session_id AND sitting.number = sheet.number"
                        + " LEFT JOIN person ON person.person_id = sitting.person_id"
                        + " LEFT JOIN print_first ON print_first.sheet_id = sheet.sheet_id"
                        + " WHERE sheet.state = 'planned' AND (frame.session_id = :session OR copy > 1)"
                        + " AND drawn_at IS NOT NULL ORDER BY COALESCE(print_first.asked_at, 0) DESC, "
                        + ordering.columns() + " LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", limit));
    }

    /** Sheets of a session that somebody has to look for, oldest first. */
    public List<SheetRow> doubtful(String sessionId) {
        return list(handle.createQuery(
                        SELECT + "JOIN frame ON frame.frame_id = sheet.frame_id"
                                + " WHERE frame.session_id = :session AND state = 'doubtful' ORDER BY sheet.sheet_id LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", TAKE_BACK_MAX));
    }

    /** Sheets of this template with this number that came out, may have, or still will. */
    public int copies(SheetRow sheet) {
        return handle.createQuery("SELECT count(*) FROM sheet WHERE frame_id = :frame AND template = :template"
                        + " AND state <> 'failed'")
                .bind("frame", sheet.frameId())
                .bind("template", sheet.template())
                .mapTo(Integer.class)
                .one();
    }

    /** Sheets that are or may be on the printer, oldest first; doubtful ones only if sent after a moment. */
    public List<SheetRow> onThePrinter(Instant doubtfulSince) {
        return list(handle.createQuery(SELECT + "WHERE state IN ('sent', 'accepted', 'printing')"
                        + " OR (state = 'doubtful' AND sent_at > :since) ORDER BY sent_at, sheet.sheet_id")
                .bind("since", doubtfulSince.toEpochMilli()));
    }

    /** How many of a session's sheets are not out yet, or may not be. */
    public int pending(String sessionId) {
        return handle.createQuery("SELECT count(*) FROM sheet JOIN frame ON frame.frame_id = sheet.frame_id"
                        + " WHERE frame.session_id = :session AND state NOT IN ('done', 'failed')")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    /** Whose sheet it is, by the number of the frame. */
    public Optional<SubjectName> subjectName(String sessionId, int number) {
        return handle.createQuery("SELECT person.name FROM sitting JOIN person ON person.person_id = sitting.person_id"
                        + " WHERE sitting.session_id = :session AND sitting.number = :number")
                .bind("session", sessionId)
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .map(name -> new SubjectName(name, Person.maskName(name)));
    }

    private static List<SheetRow> list(Query query) {
        return query.map((rs, ctx) -> map(rs)).list();
    }

    private static SheetRow map(ResultSet rs) throws SQLException {
        OptionalInt jobId = Columns.number(rs, "job_id");
        String reasons = rs.getString("reasons");
        return new SheetRow(
                rs.getString("sheet_id"),
                rs.getString("frame_id"),
                Columns.number(rs, "number"),
                rs.getString("template"),
                rs.getInt("copy"),
                Columns.text(rs, "reprint_reason"),
                rs.getString("file"),
                Columns.optionalTime(rs, "drawn_at").isPresent(),
                SheetState.ofCode(rs.getString("state")),
                new SheetJob(
                        rs.getString("job_name"),
                        jobId,
                        Columns.text(rs, "job_state"),
                        reasons.isEmpty() ? List.of() : List.of(reasons.split(" "))),
                new SheetTimes(
                        Columns.time(rs, "planned_at"),
                        Columns.optionalTime(rs, "sent_at"),
                        Columns.optionalTime(rs, "accepted_at"),
                        Columns.optionalTime(rs, "ended_at")));
    }
}
