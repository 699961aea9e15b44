package caixiang.station.store;

import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Table {@code frame}: one row for each frame in the archive. */
public final class Frames {
    private static final String SELECT = "SELECT frame_id, session_id, station, number, shot_id, reason, evidence,"
            + " file, sha256, bytes, companion_file, companion_sha256, companion_bytes, companion_folder,"
            + " companion_name, companion_object_bytes, companion_modified,"
            + " camera_serial, camera_model, camera_port, object_folder, object_name, object_bytes, object_modified,"
            + " pressed_at, announced_at, spooled_at, filed_at, moves FROM frame ";

    static final String LAST_OWNED =
            "WHERE camera_serial = :serial AND number IS NOT NULL ORDER BY announced_at DESC, frame_id DESC LIMIT 1";

    private final Handle handle;

    public Frames(Handle handle) {
        this.handle = handle;
    }

    public void insert(Frame frame) {
        picture(
                        handle.createUpdate("INSERT INTO frame (frame_id, session_id, station, number, shot_id, reason,"
                                + " evidence, file, sha256, bytes, companion_file, companion_sha256, companion_bytes,"
                                + " companion_folder, companion_name, companion_object_bytes, companion_modified,"
                                + " camera_serial, camera_model, camera_port, object_folder, object_name, object_bytes,"
                                + " object_modified, pressed_at, announced_at, spooled_at, filed_at, moves) VALUES"
                                + " (:frame, :session, :station, :number, :shot, :reason, :evidence, :file, :sha256, :bytes,"
                                + " :companionFile, :companionSha256, :companionBytes, :companionFolder, :companionName,"
                                + " :companionObjectBytes, :companionModified, :serial, :model, :port,"
                                + " :folder, :name, :objectBytes, :modified, :pressed, :announced, :spooled, :filed,"
                                + " :moves)"),
                        frame)
                .bind("session", frame.sessionId())
                .bind("station", frame.station())
                .bind("number", Columns.number(frame.number()))
                .bindMap(FrameColumns.companion(frame))
                .bind("serial", frame.camera().serial())
                .bind("model", frame.camera().model())
                .bind("port", frame.camera().port())
                .bind("folder", frame.object().folder())
                .bind("moves", FrameColumns.moves(frame))
                .execute();
    }

    /** What belongs to the picture and to what spoke for its owner. */
    private static Update picture(Update update, Frame frame) {
        return update.bind("frame", frame.frameId())
                .bind("shot", frame.shotId().orElse(null))
                .bind("reason", frame.reason().code())
                .bind("evidence", FrameColumns.evidence(frame))
                .bind("file", frame.file())
                .bind("sha256", frame.sha256())
                .bind("bytes", frame.bytes())
                .bind("name", frame.object().name())
                .bind("objectBytes", frame.object().sizeBytes())
                .bind("modified", frame.object().modified().toEpochMilli())
                .bind("pressed", Columns.time(frame.times().pressed()))
                .bind("announced", frame.times().announced().toEpochMilli())
                .bind("spooled", frame.times().spooled().toEpochMilli())
                .bind("filed", frame.times().filed().toEpochMilli());
    }

    public Optional<Frame> find(String frameId) {
        return handle.createQuery(SELECT + "WHERE frame_id = :frame")
                .bind("frame", frameId)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    public Optional<Frame> ofShot(String shotId) {
        return handle.createQuery(SELECT + "WHERE shot_id = :shot ORDER BY frame_id LIMIT 1")
                .bind("shot", shotId)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    /** The frames made from this file on this camera's card; more than one only if its bytes have changed. */
    public List<Frame> ofObject(String cameraSerial, CardObject object) {
        return handle.createQuery(SELECT + "WHERE camera_serial = :serial AND object_folder = :folder"
                        + " AND object_name = :name AND object_bytes = :bytes AND object_modified = :modified")
                .bind("serial", cameraSerial)
                .bind("folder", object.folder())
                .bind("name", object.name())
                .bind("bytes", object.sizeBytes())
                .bind("modified", object.modified().toEpochMilli())
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /**
     * The frames of a camera whose file lay in this folder and has no RAW beside it yet.
     *
     * @param stem what the name began with, before its last dot
     */
    public List<Frame> withoutCompanion(String cameraSerial, String folder, String stem) {
        return handle.createQuery(SELECT + "WHERE camera_serial = :serial AND object_folder = :folder"
                        + " AND substr(object_name, 1, :length) = :start AND companion_file IS NULL")
                .bind("serial", cameraSerial)
                .bind("folder", folder)
                .bind("start", stem + ".")
                .bind("length", stem.length() + 1)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /** The frame that has this RAW beside it. */
    public Optional<Frame> ofCompanion(String cameraSerial, CardObject raw) {
        return handle.createQuery(SELECT + "WHERE camera_serial = :serial AND companion_folder = :folder"
                        + " AND companion_name = :name AND companion_object_bytes = :bytes"
                        + " AND companion_modified = :modified LIMIT 1")
                .bind("serial", cameraSerial)
                .bind("folder", raw.folder())
                .bind("name", raw.name())
                .bind("bytes", raw.sizeBytes())
                .bind("modified", raw.modified().toEpochMilli())
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    /** What was a RAW alone has its picture now; the RAW lies beside it. */
    public void complete(Frame frame) {
        picture(
                        handle.createUpdate("UPDATE frame SET shot_id = :shot, reason = :reason, evidence = :evidence,"
                                + " file = :file, sha256 = :sha256, bytes = :bytes, object_name = :name,"
                                + " object_bytes = :objectBytes, object_modified = :modified, pressed_at = :pressed,"
                                + " announced_at = :announced, spooled_at = :spooled, filed_at = :filed"
                                + " WHERE frame_id = :frame"),
                        frame)
                .execute();
        saveCompanion(frame);
    }

    /** Writes down the RAW beside a frame. */
    public void saveCompanion(Frame frame) {
        handle.createUpdate("UPDATE frame SET companion_file = :companionFile, companion_sha256 = :companionSha256,"
                        + " companion_bytes = :companionBytes, companion_folder = :companionFolder,"
                        + " companion_name = :companionName, companion_object_bytes = :companionObjectBytes,"
                        + " companion_modified = :companionModified WHERE frame_id = :frame")
                .bind("frame", frame.frameId())
                .bindMap(FrameColumns.companion(frame))
                .execute();
    }

    /** How many frames any camera announced from then on. */
    public int countAnnouncedSince(Instant time) {
        return handle.createQuery("SELECT COUNT(*) FROM frame WHERE announced_at >= :since")
                .bind("since", time.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** The frames of a camera that have a number and were filed before then, the oldest first. */
    public List<Frame> numberedOf(String cameraSerial, Instant before) {
        return handle.createQuery(SELECT + "WHERE camera_serial = :serial AND number IS NOT NULL AND filed_at < :before"
                        + " ORDER BY filed_at, frame_id")
                .bind("serial", cameraSerial)
                .bind("before", before.toEpochMilli())
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /** In the order they were filed. */
    public List<Frame> ofNumber(String sessionId, int number) {
        return handle.createQuery(SELECT + "WHERE session_id = :session AND number = :number ORDER BY frame_id")
                .bind("session", sessionId)
                .bind("number", number)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /** Of several numbers, in the order they were filed. */
    public List<Frame> ofNumbers(String sessionId, Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + "WHERE session_id = :session AND number IN (<numbers>) ORDER BY frame_id")
                        .bind("session", sessionId)
                        .bindList("numbers", List.copyOf(numbers))
                        .map((rs, ctx) -> map(rs))
                        .list();
    }

    /** The newest under a number, newest first. */
    public List<Frame> newestNumbered(String sessionId, int limit) {
        return handle.createQuery(SELECT
                        + "WHERE session_id = :session AND number IS NOT NULL ORDER BY frame_id DESC LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", limit)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /** Gives a frame its new number and place. */
    public void place(Frame moved) {
        handle.createUpdate("UPDATE frame SET number = :number, reason = :reason, file = :file,"
                        + " companion_file = :companionFile, moves = :moves WHERE frame_id = :frame")
                .bind("frame", moved.frameId())
                .bind("number", Columns.number(moved.number()))
                .bind("reason", moved.reason().code())
                .bind("file", moved.file())
                .bind("companionFile", moved.companion().map(Companion::file).orElse(null))
                .bind("moves", FrameColumns.moves(moved))
                .execute();
    }

    /** The tray, oldest first. */
    public List<Frame> unclaimed(String sessionId) {
        return handle.createQuery(SELECT
                        + "WHERE session_id = :session AND number IS NULL AND reason <> :aside ORDER BY frame_id")
                .bind("session", sessionId)
                .bind("aside", FrameReason.SET_ASIDE.code())
                .map((rs, ctx) -> map(rs))
                .list();
    }

    public Optional<Frame> newest(String sessionId) {
        return handle.createQuery(SELECT + "WHERE session_id = :session ORDER BY filed_at DESC, frame_id DESC LIMIT 1")
                .bind("session", sessionId)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    /** The file of the camera's last frame that has an owner, by the order in which it announced them. */
    public Optional<CardObject> lastOwned(String cameraSerial) {
        return handle.createQuery(SELECT + LAST_OWNED)
                .bind("serial", cameraSerial)
                .map((rs, ctx) -> map(rs))
                .findOne()
                .map(Frame::object);
    }

    /**
     * How far the times of this camera's files were ahead of the station's clock at its last answered shots, newest first.
     * A file's time is not the moment of exposure in the picture: see {@link CameraClocks}.
     */
    public List<Duration> clockLeads(String cameraSerial, int limit) {
        return handle.createQuery("SELECT object_modified - pressed_at FROM frame WHERE camera_serial = :serial"
                        + " AND reason = :reason AND pressed_at IS NOT NULL ORDER BY filed_at DESC LIMIT :limit")
                .bind("serial", cameraSerial)
                .bind("reason", FrameReason.TRIGGERED.code())
                .bind("limit", limit)
                .mapTo(Long.class)
                .map(Duration::ofMillis)
                .list();
    }

    public Set<String> ids() {
        return new HashSet<>(handle.createQuery("SELECT frame_id FROM frame")
                .mapTo(String.class)
                .list());
    }

    private static Frame map(ResultSet rs) throws SQLException {
        return new Frame(
                rs.getString("frame_id"),
                rs.getString("session_id"),
                rs.getString("station"),
                Columns.number(rs, "number"),
                Columns.text(rs, "shot_id"),
                FrameReason.ofCode(rs.getString("reason")),
                FrameColumns.evidence(rs),
                rs.getString("file"),
                rs.getString("sha256"),
                rs.getLong("bytes"),
                FrameColumns.companion(rs),
                new CameraIdentity(
                        rs.getString("camera_serial"), rs.getString("camera_model"), rs.getString("camera_port")),
                new CardObject(
                        rs.getString("object_folder"),
                        rs.getString("object_name"),
                        rs.getLong("object_bytes"),
                        Columns.time(rs, "object_modified")),
                new FrameTimes(
                        Columns.optionalTime(rs, "pressed_at"),
                        Columns.time(rs, "announced_at"),
                        Columns.time(rs, "spooled_at"),
                        Columns.time(rs, "filed_at")),
                FrameColumns.moves(rs));
    }
}
