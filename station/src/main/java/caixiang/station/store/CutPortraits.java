package caixiang.station.store;

import caixiang.station.archive.Frame;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code portrait}: at most one row for each frame. */
public final class CutPortraits {
    private static final String SELECT = "SELECT frame_id, file, sha256, crop_left, crop_top, crop_width, crop_height,"
            + " problem, cut_at FROM portrait ";

    private final Handle handle;

    public CutPortraits(Handle handle) {
        this.handle = handle;
    }

    public void insert(PortraitRow portrait) {
        Optional<PortraitRow.Cut> cut = portrait.cut();
        Optional<PortraitRow.Crop> crop = cut.map(PortraitRow.Cut::crop);
        handle.createUpdate("INSERT INTO portrait (frame_id, file, sha256, crop_left, crop_top, crop_width,"
                        + " crop_height, problem, cut_at, sheets_planned) VALUES (:frame, :file, :sha256, :left, :top,"
                        + " :width, :height, :problem, :at, 0)")
                .bind("frame", portrait.frameId())
                .bind("file", cut.map(PortraitRow.Cut::file).orElse(null))
                .bind("sha256", cut.map(PortraitRow.Cut::sha256).orElse(null))
                .bind("left", crop.map(PortraitRow.Crop::left).orElse(null))
                .bind("top", crop.map(PortraitRow.Crop::top).orElse(null))
                .bind("width", crop.map(PortraitRow.Crop::width).orElse(null))
                .bind("height", crop.map(PortraitRow.Crop::height).orElse(null))
                .bind("problem", portrait.problem().orElse(null))
                .bind("at", portrait.at().toEpochMilli())
                .execute();
    }

    /** Nothing could be cut from the frame; there is something now. */
    public void tryAgain(String frameId) {
        handle.createUpdate("DELETE FROM portrait WHERE frame_id = :frame AND file IS NULL")
                .bind("frame", frameId)
                .execute();
    }

    public Optional<PortraitRow> find(String frameId) {
        return handle.createQuery(SELECT + "WHERE frame_id = :frame")
                .bind("frame", frameId)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    /** The oldest frame under a number that nothing has been cut from yet. */
    public Optional<Frame> nextToCut(String sessionId) {
        return frame(
                "SELECT frame_id FROM frame WHERE session_id = :session AND number IS NOT NULL"
                        + " AND frame_id NOT IN (SELECT frame_id FROM portrait) ORDER BY frame_id LIMIT 1",
                sessionId);
    }

    /** The oldest frame with a portrait that printing has taken no note of yet. */
    public Optional<Frame> nextToPlan(String sessionId) {
        return frame(
                "SELECT frame.frame_id FROM frame JOIN portrait ON portrait.frame_id = frame.frame_id"
                        + " WHERE session_id = :session AND sheets_planned = 0 AND portrait.file IS NOT NULL"
                        + " AND frame.number IS NOT NULL"
                        + " ORDER BY frame.frame_id LIMIT 1",
                sessionId);
    }

    public void sheetsPlanned(String frameId) {
        handle.createUpdate("UPDATE portrait SET sheets_planned = 1 WHERE frame_id = :frame")
                .bind("frame", frameId)
                .execute();
    }

    /** The frame has been moved, and its portrait with it; its sheets are to be planned for the new number. */
    public void moved(String frameId, String file) {
        handle.createUpdate("UPDATE portrait SET sheets_planned = 0,"
                        + " file = CASE WHEN file IS NULL THEN NULL ELSE :file END WHERE frame_id = :frame")
                .bind("file", file)
                .bind("frame", frameId)
                .execute();
    }

    private Optional<Frame> frame(String select, String sessionId) {
        List<String> found = handle.createQuery(select)
                .bind("session", sessionId)
                .mapTo(String.class)
                .list();
        return found.isEmpty() ? Optional.empty() : new Frames(handle).find(found.get(0));
    }

    private static PortraitRow map(ResultSet rs) throws SQLException {
        String frameId = rs.getString("frame_id");
        Optional<String> file = Columns.text(rs, "file");
        if (file.isEmpty()) {
            return PortraitRow.failed(frameId, rs.getString("problem"), Columns.time(rs, "cut_at"));
        }
        PortraitRow.Crop crop = new PortraitRow.Crop(
                rs.getInt("crop_left"), rs.getInt("crop_top"), rs.getInt("crop_width"), rs.getInt("crop_height"));
        return PortraitRow.of(
                frameId, new PortraitRow.Cut(file.get(), rs.getString("sha256"), crop), Columns.time(rs, "cut_at"));
    }
}
