package caixiang.station.store;

import caixiang.station.roster.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Who was photographed, class by class, from a database that is only looked at: beside a running station, or in a copy.
 * Confined to one thread.
 */
public final class ClassPortraits implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Path file;
    private final Handle handle;

    private ClassPortraits(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
    }

    /**
     * Somebody with a shooting number.
     *
     * @param portrait the file of the newest portrait, inside the archive; empty if none could be cut
     */
    public record Row(String college, String className, int number, String maskedName, Optional<String> portrait) {}

    /**
     * Opens a database that exists.
     *
     * @throws StoreException if there is none, or it cannot be read; the message says what to do
     */
    public static ClassPortraits open(Path file) throws StoreException {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(StoreException.Fault.FAILED, "there is no database " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            return new ClassPortraits(file, Jdbi.create(source).open());
        } catch (JdbiException e) {
            throw unreadable(file, e);
        }
    }

    /** The ids of all sessions, the one opened last first. */
    public List<String> sessions() throws StoreException {
        try {
            return handle.createQuery("SELECT session_id FROM session ORDER BY opened_at DESC, session_id DESC")
                    .mapTo(String.class)
                    .list();
        } catch (JdbiException e) {
            throw unreadable(file, e);
        }
    }

    /** Everybody with a number in a session, sorted by college, class and number. */
    public List<Row> of(String sessionId) throws StoreException {
        try {
            return handle.createQuery("SELECT person.college, person.class_name, sitting.number, person.name,"
                            + " (SELECT portrait.file FROM portrait JOIN frame ON frame.frame_id = portrait.frame_id"
                            + " WHERE frame.session_id = sitting.session_id AND frame.number = sitting.number"
                            + " AND portrait.file IS NOT NULL ORDER BY frame.frame_id DESC LIMIT 1) AS portrait"
                            + " FROM sitting JOIN person ON person.person_id = sitting.person_id"
                            + " WHERE sitting.session_id = :session"
                            + " ORDER BY person.college, person.class_name, sitting.number")
                    .bind("session", sessionId)
                    .map((rs, ctx) -> new Row(
                            rs.getString("college"),
                            rs.getString("class_name"),
                            rs.getInt("number"),
                            Person.maskName(rs.getString("name")),
                            Columns.text(rs, "portrait")))
                    .list();
        } catch (JdbiException e) {
            throw unreadable(file, e);
        }
    }

    private static StoreException unreadable(Path file, JdbiException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StoreException(
                StoreException.Fault.FAILED, "the database " + file + " cannot be read: " + cause.getMessage(), e);
    }

    @Override
    public void close() {
        handle.close();
    }
}
