package caixiang.station.store;

import caixiang.station.sitting.ShotState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code shot}: one row for each press. The only place a shot's state is changed. */
public final class Shots {
    private static final String SELECT = "SELECT shot_id, session_id, request_id, number, source, camera_serial, state,"
            + " code, requested_at FROM shot ";
    private static final List<String> OPEN = Arrays.stream(ShotState.values())
            .filter(ShotState::isOpen)
            .map(ShotState::code)
            .toList();

    private final Handle handle;

    public Shots(Handle handle) {
        this.handle = handle;
    }

    public void insert(Shot shot) {
        handle.createUpdate("INSERT INTO shot (shot_id, session_id, request_id, number, source, camera_serial, state,"
                        + " code, requested_at, changed_at) VALUES (:shot, :session, :request, :number, :source,"
                        + " :serial, :state, :code, :at, :at)")
                .bind("shot", shot.shotId())
                .bind("session", shot.sessionId())
                .bind("request", shot.requestId())
                .bind("number", Columns.number(shot.number()))
                .bind("source", shot.source())
                .bind("serial", shot.cameraSerial().orElse(null))
                .bind("state", shot.state().code())
                .bind("code", shot.code().orElse(null))
                .bind("at", shot.requestedAt().toEpochMilli())
                .execute();
    }

    /**
     * Changes the state where the shot's life allows it.
     *
     * @return whether it has changed; false when events overtook each other, such as an answer after the deadline
     */
    public boolean change(String shotId, ShotState next, Optional<String> code, Instant now) {
        Optional<Shot> shot = find(shotId);
        if (shot.isEmpty() || !shot.get().state().mayBecome(next)) {
            return false;
        }
        handle.createUpdate(
                        "UPDATE shot SET state = :state, code = COALESCE(:code, code), changed_at = :at WHERE shot_id = :shot")
                .bind("state", next.code())
                .bind("code", code.orElse(null))
                .bind("at", now.toEpochMilli())
                .bind("shot", shotId)
                .execute();
        return true;
    }

    public Optional<Shot> find(String shotId) {
        return handle.createQuery(SELECT + "WHERE shot_id = :shot")
                .bind("shot", shotId)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    public Optional<Shot> ofRequest(String sessionId, String requestId) {
        return handle.createQuery(SELECT + "WHERE session_id = :session AND request_id = :request")
                .bind("session", sessionId)
                .bind("request", requestId)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    /** Shots of any session that some camera still owes a frame for, oldest first. */
    public List<Shot> open() {
        return handle.createQuery(SELECT + "WHERE state IN (<open>) ORDER BY shot_id")
                .bindList("open", OPEN)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    /** Of these, the ones this camera was asked for. */
    public List<Shot> openOf(String cameraSerial) {
        return open().stream()
                .filter(shot -> shot.cameraSerial().filter(cameraSerial::equals).isPresent())
                .toList();
    }

    private static Shot map(ResultSet rs) throws SQLException {
        return new Shot(
                rs.getString("shot_id"),
                rs.getString("session_id"),
                rs.getString("request_id"),
                Columns.number(rs, "number"),
                rs.getString("source"),
                Columns.text(rs, "camera_serial"),
                ShotState.ofCode(rs.getString("state")),
                Columns.text(rs, "code"),
                Columns.time(rs, "requested_at"));
    }
}
