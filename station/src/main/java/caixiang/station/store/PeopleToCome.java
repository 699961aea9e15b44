package caixiang.station.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Who is still to be photographed, and where the pictures of those photographed last lie. */
public final class PeopleToCome {
    private static final int FRAMES_LOOKED_AT = 60;

    private final Handle handle;

    public PeopleToCome(Handle handle) {
        this.handle = handle;
    }

    /**
     * A session in figures.
     *
     * @param toCome on the roster, or holding a number, without a frame
     * @param lastPeople how many people's frames are in the folders
     * @param lastFolders inside the archive
     */
    public record Figures(long toCome, int lastPeople, Set<String> lastFolders) {}

    private record Place(int number, String file) {}

    public Figures of(String sessionId) {
        long people = count("SELECT count(*) FROM person WHERE session_id = :session", sessionId);
        long photographed = count(
                "SELECT count(DISTINCT number) FROM frame WHERE session_id = :session AND number IS NOT NULL",
                sessionId);
        List<Place> last = handle.createQuery("SELECT number, file FROM frame WHERE session_id = :session"
                        + " AND number IS NOT NULL ORDER BY frame_id DESC LIMIT :limit")
                .bind("session", sessionId)
                .bind("limit", FRAMES_LOOKED_AT)
                .map((rs, ctx) -> new Place(rs.getInt("number"), rs.getString("file")))
                .list();
        Set<String> folders = new TreeSet<>();
        Set<Integer> numbers = new TreeSet<>();
        for (Place place : last) {
            folders.add(place.file().substring(0, Math.max(0, place.file().lastIndexOf('/'))));
            numbers.add(place.number());
        }
        return new Figures(Math.max(0, people - photographed), numbers.size(), folders);
    }

    private long count(String sql, String sessionId) {
        return handle.createQuery(sql)
                .bind("session", sessionId)
                .mapTo(Long.class)
                .one();
    }
}
