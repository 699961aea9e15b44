package caixiang.station.store;

import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.List;
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

    /** When this camera's card was first looked at in this session. */
    public Optional<Instant> firstListed(String sessionId) {
        return handle.createQuery("SELECT first_listed_at FROM listed_camera"
                        + " WHERE session_id = :session AND camera_serial = :serial")
                .bind("session", sessionId)
                .bind("serial", serial)
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .findOne();
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

    /** Old files of other days, which need no fetching. */
    public Set<CardObject> baseline() {
        return objects("SELECT folder, name, bytes, modified FROM card_object"
                + " WHERE camera_serial = :serial AND state = 'baseline'");
    }

    /** Files that are in the archive, as frames or as the RAW beside one. */
    public Set<CardObject> filed() {
        return objects("SELECT object_folder AS folder, object_name AS name, object_bytes AS bytes,"
                + " object_modified AS modified FROM frame WHERE camera_serial = :serial"
                + " UNION SELECT companion_folder, companion_name, companion_object_bytes, companion_modified"
                + " FROM frame WHERE camera_serial = :serial AND companion_file IS NOT NULL");
    }

    /**
     * Files that were missed and are not in the archive yet, whichever card they lie on. One whose size the camera could
     * not say is not among them: the next listing names it properly.
     */
    public List<CardObject> wanted() {
        return List.copyOf(objects("SELECT folder, name, bytes, modified FROM card_object c"
                + " WHERE camera_serial = :serial AND state = 'wanted' AND bytes > 0 AND NOT EXISTS (SELECT 1 FROM frame f"
                + " WHERE f.camera_serial = c.camera_serial AND ((f.object_name = c.name"
                + " AND f.object_folder = c.folder AND f.object_bytes = c.bytes AND f.object_modified = c.modified)"
                + " OR (f.companion_name = c.name AND f.companion_folder = c.folder"
                + " AND f.companion_object_bytes = c.bytes AND f.companion_modified = c.modified)))"));
    }

    /** Files the station itself deleted, or was about to. */
    public Set<CardObject> deleted() {
        return objects("SELECT folder, name, bytes, modified FROM card_object"
                + " WHERE camera_serial = :serial AND state IN ('deleting', 'deleted')");
    }

    /** Notes that a wanted file is no longer on the card it lay on. */
    public void saveGone(CardObject object, Instant now) {
        save(object, "gone", Optional.empty(), now);
    }

    /** Notes that a file is to be deleted from the card, before the camera is asked. */
    public void saveDeleting(CardObject object, Instant now) {
        save(object, "deleting", Optional.empty(), now);
    }

    public void saveDeleted(CardObject object, Instant now) {
        save(object, "deleted", Optional.empty(), now);
    }

    private Set<CardObject> objects(String query) {
        return handle.createQuery(query)
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
