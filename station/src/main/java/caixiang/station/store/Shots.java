package caixiang.station.store;

import caixiang.station.sitting.ShotEvent;
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
    private static final String SELECT = "SELECT shot_id, session_id, request_id, station, number, person_id, source,"
            + " asked_by, camera_serial, state, cause, code, requested_at, requested_nanos FROM shot ";
    private static final List<String> OPEN = Arrays.stream(ShotState.values())
            .filter(ShotState::isOpen)
            .map(ShotState::code)
            .toList();

    static final String OPEN_OF_CAMERA = "WHERE camera_serial = :serial AND state IN (<open>) ORDER BY shot_id";

    private final Handle handle;

    public Shots(Handle handle) {
        this.handle = handle;
    }

    public void insert(Shot shot) {
        handle.createUpdate("INSERT INTO shot (shot_id, session_id, request_id, station, number, person_id, source,"
                        + " asked_by, camera_serial, state, cause, code, requested_at, requested_nanos, changed_at)"
                        + " VALUES (:shot, :session, :request, :station, :number, :person, :source, :by, :serial,"
                        + " :state, :cause, :code, :at, :nanos, :at)")
                .bind("shot", shot.shotId())
                .bind("session", shot.sessionId())
                .bind("request", shot.requestId())
                .bind("station", shot.station())
                .bind("number", Columns.number(shot.number()))
                .bind("person", shot.personId().orElse(null))
                .bind("source", shot.source())
                .bind("by", shot.askedBy())
                .bind("serial", shot.cameraSerial().orElse(null))
                .bind("state", shot.state().code())
                .bind("cause", shot.cause().map(ShotEvent::code).orElse(null))
                .bind("code", shot.code().orElse(null))
                .bind("at", shot.requestedAt().toEpochMilli())
                .bind("nanos", shot.requestedNanos())
                .execute();
    }

    /**
     * Writes down what happened to a shot, where its life has a place for it.
     *
     * @param code the name of the refusal or fault; without one the last stays
     * @return the shot as it is now; empty when the event changes nothing, such as an answer after the end
     */
    public Optional<Shot> happened(String shotId, ShotEvent event, Optional<String> code, Instant now) {
        Optional<ShotState> next = find(shotId).flatMap(shot -> shot.state().after(event));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        handle.createUpdate("UPDATE shot SET state = :state, cause = :cause, code = COALESCE(:code, code),"
                        + " changed_at = :at WHERE shot_id = :shot")
                .bind("state", next.get().code())
                .bind("cause", event.code())
                .bind("code", code.orElse(null))
                .bind("at", now.toEpochMilli())
                .bind("shot", shotId)
                .execute();
        return find(shotId);
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
        return handle.createQuery(SELECT + OPEN_OF_CAMERA)
                .bind("serial", cameraSerial)
                .bindList("open", OPEN)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    private static Shot map(ResultSet rs) throws SQLException {
        return new Shot(
                rs.getString("shot_id"),
                rs.getString("session_id"),
                rs.getString("request_id"),
                rs.getString("station"),
                Columns.number(rs, "number"),
                Columns.text(rs, "person_id"),
                rs.getString("source"),
                rs.getString("asked_by"),
                Columns.text(rs, "camera_serial"),
                ShotState.ofCode(rs.getString("state")),
                Columns.text(rs, "cause").map(ShotEvent::ofCode),
                Columns.text(rs, "code"),
                Columns.time(rs, "requested_at"),
                rs.getLong("requested_nanos"));
    }
}
