package caixiang.station.store;

import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Tables {@code card_object} and {@code listed_camera}: what is known of the files on a camera's card besides the frames
 * made from them. A file of the baseline was there before the session's work began; one that is wanted is being fetched.
 */
public final class CardObjects {
    private static final String KEY = " camera_serial = :serial AND folder = :folder AND name = :name"
            + " AND bytes = :bytes AND modified = :modified";

    private final Handle handle;
    private final String serial;

    public CardObjects(Handle handle, String cameraSerial) {
        this.handle = handle;
        this.serial = cameraSerial;
    }

    /** Notes that this camera's card has been looked at in this session. True the first time. */
    public boolean listFirst(String sessionId, Instant now) {
        return handle.createUpdate("INSERT INTO listed_camera (session_id, camera_serial, first_listed_at)"
                                + " VALUES (:session, :serial, :at) ON CONFLICT DO NOTHING")
                        .bind("session", sessionId)
                        .bind("serial", serial)
                        .bind("at", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /** Whether this camera's card was ever looked at, in any session. */
    public boolean wasListed() {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM listed_camera WHERE camera_serial = :serial)")
                .bind("serial", serial)
                .mapTo(Boolean.class)
                .one();
    }

    public void saveBaseline(CardObject object, Instant now) {
        save(object, "baseline", Optional.empty(), now);
    }

    /**
     * Notes that a file has been missed and is to be fetched.
     *
     * @param shotId the shot its frame will answer; without one it will lie in the tray
     */
    public void saveWanted(CardObject object, Optional<String> shotId, Instant now) {
        save(object, "wanted", shotId, now);
    }

    private void save(CardObject object, String state, Optional<String> shotId, Instant now) {
        handle.createUpdate("INSERT INTO card_object (camera_serial, folder, name, bytes, modified, state, shot_id,"
                        + " seen_at) VALUES (:serial, :folder, :name, :bytes, :modified, :state, :shot, :at)"
                        + " ON CONFLICT (camera_serial, folder, name, bytes, modified)"
                        + " DO UPDATE SET state = :state, shot_id = :shot, seen_at = :at")
                .bind("serial", serial)
                .bind("folder", object.folder())
                .bind("name", object.name())
                .bind("bytes", object.sizeBytes())
                .bind("modified", object.modified().toEpochMilli())
                .bind("state", state)
                .bind("shot", shotId.orElse(null))
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** Files that need no fetching: the baseline, and those that frames were made from. */
    public Set<CardObject> known() {
        return handle.createQuery("SELECT folder, name, bytes, modified FROM card_object"
                        + " WHERE camera_serial = :serial AND state = 'baseline'"
                        + " UNION SELECT object_folder, object_name, object_bytes, object_modified FROM frame"
                        + " WHERE camera_serial = :serial")
                .bind("serial", serial)
                .map((rs, ctx) -> new CardObject(
                        rs.getString("folder"),
                        rs.getString("name"),
                        rs.getLong("bytes"),
                        Columns.time(rs, "modified")))
                .set();
    }

    public boolean isWanted(CardObject object) {
        return state(object).filter("wanted"::equals).isPresent();
    }

    /** The shot a wanted file answers. */
    public Optional<String> shotOf(CardObject object) {
        return column("shot_id", object);
    }

    private Optional<String> state(CardObject object) {
        return column("state", object);
    }

    private Optional<String> column(String column, CardObject object) {
        return handle.createQuery("SELECT " + column + " FROM card_object WHERE " + column + " IS NOT NULL AND" + KEY)
                .bind("serial", serial)
                .bind("folder", object.folder())
                .bind("name", object.name())
                .bind("bytes", object.sizeBytes())
                .bind("modified", object.modified().toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }
}
