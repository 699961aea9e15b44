package caixiang.station.store;

import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code card_seen}: what each card of one camera held when it was last read. */
public final class SeenCards {
    private final Handle handle;
    private final String serial;

    public SeenCards(Handle handle, String cameraSerial) {
        this.handle = handle;
        this.serial = cameraSerial;
    }

    /** The files of each card. A card that was empty is not among them. */
    public Map<Integer, Set<CardObject>> all() {
        Map<Integer, Set<CardObject>> cards = new HashMap<>();
        handle.createQuery("SELECT card, folder, name, bytes, modified FROM card_seen WHERE camera_serial = :serial")
                .bind("serial", serial)
                .map((rs, ctx) -> Map.entry(
                        rs.getInt("card"),
                        new CardObject(
                                rs.getString("folder"),
                                rs.getString("name"),
                                rs.getLong("bytes"),
                                Columns.time(rs, "modified"))))
                .forEach(entry -> cards.computeIfAbsent(entry.getKey(), card -> new HashSet<>())
                        .add(entry.getValue()));
        return cards;
    }

    /** The files this camera announced from then on that were filed: they lie on the card that was in. */
    public Set<CardObject> shotSince(Instant time) {
        return handle.createQuery("SELECT object_folder AS folder, object_name AS name, object_bytes AS bytes,"
                        + " object_modified AS modified FROM frame"
                        + " WHERE camera_serial = :serial AND announced_at >= :since"
                        + " UNION SELECT companion_folder, companion_name, companion_object_bytes, companion_modified"
                        + " FROM frame WHERE camera_serial = :serial AND announced_at >= :since"
                        + " AND companion_file IS NOT NULL")
                .bind("serial", serial)
                .bind("since", time.toEpochMilli())
                .map((rs, ctx) -> new CardObject(
                        rs.getString("folder"),
                        rs.getString("name"),
                        rs.getLong("bytes"),
                        Columns.time(rs, "modified")))
                .set();
    }

    /** Writes down what a card holds now, in the place of what it held. */
    public void save(int card, Set<CardObject> before, Set<CardObject> now) {
        change(
                "DELETE FROM card_seen WHERE camera_serial = :serial AND card = :card AND folder = :folder"
                        + " AND name = :name AND bytes = :bytes AND modified = :modified",
                card,
                before,
                now);
        change(
                "INSERT INTO card_seen (camera_serial, card, folder, name, bytes, modified)"
                        + " VALUES (:serial, :card, :folder, :name, :bytes, :modified) ON CONFLICT DO NOTHING",
                card,
                now,
                before);
    }

    private void change(String sql, int card, Set<CardObject> objects, Set<CardObject> except) {
        PreparedBatch batch = handle.prepareBatch(sql);
        for (CardObject object : objects) {
            if (!except.contains(object)) {
                batch.bind("serial", serial)
                        .bind("card", card)
                        .bind("folder", object.folder())
                        .bind("name", object.name())
                        .bind("bytes", object.sizeBytes())
                        .bind("modified", object.modified().toEpochMilli())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
