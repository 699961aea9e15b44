package caixiang.station.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code camera_clock}: how far a camera's clock was ahead of the station's at each press that a frame named. Also
 * of frames that lie in the tray: a clock that somebody has set shows only there at first.
 */
public final class CameraClocks {
    static final String NEWEST =
            "SELECT lead_millis FROM camera_clock WHERE camera_serial = :serial AND source = :source"
                    + " ORDER BY at DESC LIMIT :limit";

    private final Handle handle;

    public CameraClocks(Handle handle) {
        this.handle = handle;
    }

    /**
     * One reading.
     *
     * @param source which of a picture's times was read; readings of different sources are never compared
     */
    public record Reading(String frameId, String cameraSerial, String shotId, String source, Duration lead) {}

    public void insert(Reading reading, Instant now) {
        handle.createUpdate("INSERT INTO camera_clock (frame_id, camera_serial, shot_id, source, lead_millis, at)"
                        + " VALUES (:frame, :serial, :shot, :source, :lead, :at)")
                .bind("frame", reading.frameId())
                .bind("serial", reading.cameraSerial())
                .bind("shot", reading.shotId())
                .bind("source", reading.source())
                .bind("lead", reading.lead().toMillis())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** Newest first. */
    public List<Duration> newest(String cameraSerial, String source, int limit) {
        return handle.createQuery(NEWEST)
                .bind("serial", cameraSerial)
                .bind("source", source)
                .bind("limit", limit)
                .mapTo(Long.class)
                .map(Duration::ofMillis)
                .list();
    }

    /** Whether some frame, wherever it lies now, came as the answer to this shot. */
    public boolean isNamed(String shotId) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM camera_clock WHERE shot_id = :shot)")
                .bind("shot", shotId)
                .mapTo(Boolean.class)
                .one();
    }
}
