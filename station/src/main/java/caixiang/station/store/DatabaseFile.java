package caixiang.station.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Looks at a database file before it is opened for work. */
public final class DatabaseFile {
    private static final String FINE = "ok";

    private DatabaseFile() {}

    /** What is broken in the file, in SQLite's words; empty when it is sound or not there. Reads all of it. */
    public static Optional<String> damage(Path file) throws StoreException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Connection connection = Database.source(file).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = result.next() ? result.getString(1) : "no answer";
            return FINE.equals(found) ? Optional.empty() : Optional.of(found);
        } catch (SQLiteException e) {
            SQLiteErrorCode code = e.getResultCode();
            if (code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw new StoreException(
                    StoreException.Fault.FAILED, "the database " + file + " cannot be read: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED, "the database " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Moves the file and what belongs to it into a folder beside it, for somebody to look at; returns the folder. */
    public static Path putAside(Path file, Instant now) throws IOException {
        String stamp = now.toString().replaceAll("[^0-9TZ]", "");
        Path aside = Files.createDirectories(file.resolveSibling("damaged-" + stamp));
        for (String end : List.of("-wal", "-shm", "")) {
            Path part = file.resolveSibling(file.getFileName() + end);
            if (Files.exists(part)) {
                Files.move(part, aside.resolve(part.getFileName()));
            }
        }
        return aside;
    }
}
