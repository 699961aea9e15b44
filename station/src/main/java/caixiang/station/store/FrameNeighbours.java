package caixiang.station.store;

import caixiang.station.archive.Frame;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Whose the frames are that a camera took just before and after another. */
public final class FrameNeighbours {
    private final Handle handle;
    private final String sessionId;

    public FrameNeighbours(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    /** Empty when there is none, or it lies in the tray. */
    public OptionalInt before(Frame frame) {
        return number(frame, "announced_at < :at ORDER BY announced_at DESC");
    }

    /** Empty when there is none, or it lies in the tray. */
    public OptionalInt after(Frame frame) {
        return number(frame, "announced_at > :at ORDER BY announced_at");
    }

    public Set<Integer> numbersWithFrames() {
        return new HashSet<>(handle.createQuery(
                        "SELECT DISTINCT number FROM frame WHERE session_id = :session AND number IS NOT NULL")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .list());
    }

    private OptionalInt number(Frame frame, String side) {
        List<OptionalInt> found = handle.createQuery("SELECT number FROM frame WHERE session_id = :session"
                        + " AND camera_serial = :serial AND " + side + " LIMIT 1")
                .bind("session", sessionId)
                .bind("serial", frame.camera().serial())
                .bind("at", frame.times().announced().toEpochMilli())
                .map((rs, ctx) -> Columns.number(rs, "number"))
                .list();
        return found.isEmpty() ? OptionalInt.empty() : found.get(0);
    }
}
