package caixiang.station.store.sync;

import caixiang.station.store.sync.CopiedTable.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** People on either side of a merge: what of them counts, and their rows. */
public final class SitePeople {
    private static final CopiedTable PERSON = new CopiedTable("person", "person_id", List.of("person_id"));

    private final Handle handle;
    private final String sessionId;

    public SitePeople(Handle handle, String sessionId) {
        this.handle = handle;
        this.sessionId = sessionId;
    }

    /** What of a person counts when two databases are compared. */
    public record Facts(String personId, String studentNumber, String name, Optional<String> idLookup) {}

    /** Somebody's whole row, on its way from one database to the other. */
    public static final class Whole {
        private final Row row;

        private Whole(Row row) {
            this.row = row;
        }
    }

    public Optional<Facts> find(String personId) {
        return one("person_id", personId);
    }

    public Optional<Facts> ofStudentNumber(String studentNumber) {
        return one("student_number", studentNumber);
    }

    public Optional<Facts> ofIdNumber(String idLookup) {
        return one("id_lookup", idLookup);
    }

    private Optional<Facts> one(String column, String value) {
        return handle.createQuery("SELECT person_id, student_number, name, id_lookup FROM person"
                        + " WHERE session_id = :session AND " + column + " = :value")
                .bind("session", sessionId)
                .bind("value", value)
                .map((rs, ctx) -> facts(rs))
                .findOne();
    }

    public Whole whole(String personId) {
        return new Whole(PERSON.read(handle, List.of(personId)).get(0));
    }

    /** Enters somebody, with or without the identity number. */
    public void insert(Whole person, boolean withoutIdNumber, long revision) {
        Row row = person.row.with("revision", revision);
        PERSON.write(
                handle, List.of(withoutIdNumber ? row.with("id_encrypted", null).with("id_lookup", null) : row), true);
    }

    private static Facts facts(ResultSet rs) throws SQLException {
        return new Facts(
                rs.getString("person_id"),
                rs.getString("student_number"),
                rs.getString("name"),
                Optional.ofNullable(rs.getString("id_lookup")));
    }
}
