package caixiang.station.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The newest id that was ever made here, so that ids go on rising when the clock was set back between two runs. */
public final class NewestId {
    private NewestId() {}

    public static Optional<String> of(Handle handle) {
        return handle.createQuery("SELECT max(id) FROM (SELECT max(frame_id) AS id FROM frame"
                        + " UNION ALL SELECT max(shot_id) FROM shot UNION ALL SELECT max(sheet_id) FROM sheet) AS ids")
                .mapTo(String.class)
                .findOne();
    }
}
