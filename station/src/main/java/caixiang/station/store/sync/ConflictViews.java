package caixiang.station.store.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Conflicts with what somebody needs to settle them, from a station's own database. */
public final class ConflictViews {
    private final Handle own;
    private final String sessionId;

    public ConflictViews(Handle own, String sessionId) {
        this.own = own;
        this.sessionId = sessionId;
    }

    /**
     * A conflict, whom it is about, and where frames were taken under its numbers.
     *
     * @param frames station to frames, for the number and the other number together
     */
    public record View(Conflicts.Row conflict, Optional<Who> person, Map<String, Integer> frames) {}

    public record Who(String studentNumber, String name) {}

    public List<View> all() {
        return new Conflicts(own, sessionId).all().stream().map(this::view).toList();
    }

    public View view(Conflicts.Row conflict) {
        return new View(conflict, conflict.personId().flatMap(this::who), frames(conflict));
    }

    private Optional<Who> who(String personId) {
        return own.createQuery("SELECT student_number, name FROM person WHERE person_id = :person")
                .bind("person", personId)
                .map((rs, ctx) -> new Who(rs.getString("student_number"), rs.getString("name")))
                .findOne();
    }

    private Map<String, Integer> frames(Conflicts.Row conflict) {
        Map<String, Integer> frames = new TreeMap<>();
        own.createQuery("SELECT station, count(*) AS frames FROM (SELECT station, session_id, number FROM frame"
                        + " UNION ALL SELECT station, session_id, number FROM site_frame)"
                        + " WHERE session_id = :session AND number IN (:number, :other) GROUP BY station")
                .bind("session", sessionId)
                .bind("number", conflict.number().orElse(0))
                .bind("other", conflict.otherNumber().orElse(0))
                .map((rs, ctx) -> Map.entry(rs.getString("station"), rs.getInt("frames")))
                .forEach(entry -> frames.put(entry.getKey(), entry.getValue()));
        return frames;
    }
}
