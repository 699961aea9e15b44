package caixiang.station.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code person}: the rosters of the sessions. */
public final class People {
    static final String COLUMNS = "person.person_id, person.student_number, person.name, person.college,"
            + " person.class_name, person.id_encrypted";

    private final Handle handle;

    public People(Handle handle) {
        this.handle = handle;
    }

    /** Adds the person, or brings the one with this student number up to date. */
    public void save(String sessionId, PersonRow person, Optional<String> idLookup) {
        handle.createUpdate("INSERT INTO person (person_id, session_id, student_number, name, college, class_name,"
                        + " id_encrypted, id_lookup) VALUES (:id, :session, :student, :name, :college, :class,"
                        + " :encrypted, :lookup)"
                        + " ON CONFLICT (session_id, student_number) DO UPDATE SET name = :name, college = :college,"
                        + " class_name = :class, id_encrypted = :encrypted, id_lookup = :lookup")
                .bind("id", person.personId())
                .bind("session", sessionId)
                .bind("student", person.studentNumber())
                .bind("name", person.name())
                .bind("college", person.college())
                .bind("class", person.className())
                .bind("encrypted", person.idEncrypted().orElse(null))
                .bind("lookup", idLookup.orElse(null))
                .execute();
    }

    /** Everyone whose student number is exactly this, or whose identity number has this lookup: at most two. */
    public List<PersonRow> find(String sessionId, String studentNumber, Optional<String> idLookup) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM person WHERE session_id = :session"
                        + " AND (student_number = :student OR id_lookup = :lookup)")
                .bind("session", sessionId)
                .bind("student", studentNumber)
                .bind("lookup", idLookup.orElse(null))
                .map((rs, ctx) -> map(rs))
                .list();
    }

    public void clearIdNumber(String sessionId, String studentNumber) {
        handle.createUpdate("UPDATE person SET id_encrypted = NULL, id_lookup = NULL"
                        + " WHERE session_id = :session AND student_number = :student")
                .bind("session", sessionId)
                .bind("student", studentNumber)
                .execute();
    }

    public boolean isHeld(String sessionId, String idLookup) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM person WHERE session_id = :session AND id_lookup = :lookup)")
                .bind("session", sessionId)
                .bind("lookup", idLookup)
                .mapTo(Boolean.class)
                .one();
    }

    public int count(String sessionId) {
        return handle.createQuery("SELECT count(*) FROM person WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    static PersonRow map(ResultSet rs) throws SQLException {
        return new PersonRow(
                rs.getString("person_id"),
                rs.getString("student_number"),
                rs.getString("name"),
                rs.getString("college"),
                rs.getString("class_name"),
                Columns.text(rs, "id_encrypted"));
    }
}
