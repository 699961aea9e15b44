package caixiang.station.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code person}: the rosters of the sessions. */
public final class People {
    static final String COLUMNS = "person.person_id, person.student_number, person.name, person.college,"
            + " person.class_name, person.id_encrypted";

    private final Handle handle;

    public People(Handle handle) {
        this.handle = handle;
    }

    /** A person with the hash the identity number is found by. */
    public record Entry(PersonRow person, Optional<String> idLookup) {}

    /** Adds the person, or brings the one with this student number up to date. */
    public void save(String sessionId, PersonRow person, Optional<String> idLookup) {
        saveAll(sessionId, List.of(new Entry(person, idLookup)));
    }

    /** Adds each person, or brings the one with this student number up to date. */
    public void saveAll(String sessionId, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO person (person_id, session_id, student_number, name,"
                + " college, class_name, id_encrypted, id_lookup, revision) VALUES (:id, :session, :student, :name,"
                + " :college, :class, :encrypted, :lookup, " + Sittings.REVISION + ")"
                + " ON CONFLICT (session_id, student_number) DO UPDATE SET name = excluded.name,"
                + " college = excluded.college, class_name = excluded.class_name,"
                + " id_encrypted = excluded.id_encrypted, id_lookup = excluded.id_lookup,"
                + " revision = excluded.revision");
        for (Entry entry : entries) {
            PersonRow person = entry.person();
            batch.bind("id", person.personId())
                    .bind("session", sessionId)
                    .bind("student", person.studentNumber())
                    .bind("name", person.name())
                    .bind("college", person.college())
                    .bind("class", person.className())
                    .bind("encrypted", person.idEncrypted().orElse(null))
                    .bind("lookup", entry.idLookup().orElse(null))
                    .add();
        }
        batch.execute();
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

    /** Everyone of exactly this name, at most two: more do not say more. */
    public List<PersonRow> named(String sessionId, String name) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM person WHERE session_id = :session AND name = :name LIMIT 2")
                .bind("session", sessionId)
                .bind("name", name)
                .map((rs, ctx) -> map(rs))
                .list();
    }

    public void clearIdNumbers(String sessionId, List<String> studentNumbers) {
        if (studentNumbers.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("UPDATE person SET id_encrypted = NULL, id_lookup = NULL,"
                + " revision = " + Sittings.REVISION + " WHERE session_id = :session AND student_number = :student");
        studentNumbers.forEach(number ->
                batch.bind("session", sessionId).bind("student", number).add());
        batch.execute();
    }

    /** By what the identity numbers of this session's people are found. */
    public Set<String> idLookups(String sessionId) {
        return handle.createQuery("SELECT id_lookup FROM person WHERE session_id = :session AND id_lookup IS NOT NULL")
                .bind("session", sessionId)
                .mapTo(String.class)
                .set();
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
