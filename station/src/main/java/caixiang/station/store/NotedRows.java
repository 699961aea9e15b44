package caixiang.station.store;

import caixiang.station.archive.NoteFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows as the notes of the archive hold them: to a note, and from a note back into an empty table. */
public final class NotedRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KEYS = Map.of(
            "session", "session_id = :key",
            "sitting", "session_id = :session AND number = CAST(:key AS BIGINT)",
            "shot", "shot_id = :key",
            "portrait", "frame_id = :key",
            "sheet", "sheet_id = :key");

    /** What an operator typed freely may name somebody. */
    private static final Map<String, String> SEALED_COLUMN = Map.of("sheet", "reprint_reason");

    private final Handle handle;

    /** The columns of the tables met so far. */
    private final Map<String, Set<String>> columns = new HashMap<>();

    public NotedRows(Handle handle) {
        this.handle = handle;
    }

    /** The note of a row as it is now; empty when the row is gone, or its note belongs elsewhere now. */
    public Optional<NoteFile> note(DueNotes.Row due, IdentityVault vault) {
        Optional<ObjectNode> found =
                one(handle.createQuery("SELECT * FROM " + due.table() + " WHERE " + KEYS.get(due.table()))
                        .bind("session", due.sessionId())
                        .bind("key", due.key()));
        if (found.isEmpty() || !due.file().equals(place(due, found.get()))) {
            return Optional.empty();
        }
        ObjectNode row = found.get();
        if (due.table().equals("sitting")) {
            return Optional.of(new NoteFile("sitting", row, seal(vault, person(row), due.file())));
        }
        String sealed = SEALED_COLUMN.get(due.table());
        if (sealed != null) {
            JsonNode value = row.remove(sealed);
            ObjectNode secret = JSON.createObjectNode().set(sealed, value);
            return Optional.of(new NoteFile(
                    due.table(),
                    row,
                    value.isNull() ? Optional.empty() : seal(vault, Optional.of(secret), due.file())));
        }
        return Optional.of(new NoteFile(due.table(), row, Optional.empty()));
    }

    /** A portrait or a sheet that was moved has its note where its file is now. */
    private static String place(DueNotes.Row due, ObjectNode row) {
        JsonNode file = row.path("file");
        return file.isTextual() ? file.asText().replaceFirst("\\.[a-z]+$", ".json") : due.file();
    }

    private Optional<ObjectNode> person(ObjectNode sitting) {
        return one(handle.createQuery("SELECT * FROM person WHERE person_id = :id")
                .bind("id", sitting.path("person_id").asText()));
    }

    private static Optional<String> seal(IdentityVault vault, Optional<ObjectNode> secret, String file) {
        return secret.map(node -> vault.seal(node.toString(), file));
    }

    /**
     * Reads what a note hides.
     *
     * @param file the note's place, which the secret is bound to
     * @return empty when there is nothing, or this is not the key it was sealed with
     */
    public static Optional<ObjectNode> unseal(IdentityVault vault, NoteFile note, String file) {
        if (note.sealed().isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode secret = JSON.readTree(vault.unseal(note.sealed().get(), file));
            return secret instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (StoreException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes a row.
     *
     * @throws StoreException if it names a column that this program does not know
     */
    public void insert(String table, ObjectNode row) throws StoreException {
        Set<String> known = columns.computeIfAbsent(table, this::columnsOf);
        Set<String> names = new TreeSet<>();
        row.fieldNames().forEachRemaining(names::add);
        if (!known.containsAll(names)) {
            names.removeAll(known);
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "a row of " + table + " was made by a newer program: it has " + String.join(", ", names));
        }
        String list = String.join(", ", names);
        String values = names.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        try (var update = handle.createUpdate("INSERT INTO " + table + " (" + list + ") VALUES (" + values + ")")) {
            row.fields().forEachRemaining(field -> update.bind(field.getKey(), value(field.getValue())));
            update.execute();
        }
    }

    private Set<String> columnsOf(String table) {
        Set<String> names = new TreeSet<>();
        try (ResultSet found = handle.getConnection().getMetaData().getColumns(null, null, table, null)) {
            while (found.next()) {
                names.add(found.getString("COLUMN_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the columns of " + table + " cannot be listed", e);
        }
        return names;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isIntegralNumber() ? (Object) node.longValue() : node.asText();
    }

    private static Optional<ObjectNode> one(Query query) {
        return query.mapToMap().findOne().map(row -> {
            ObjectNode node = JSON.createObjectNode();
            row.forEach((column, value) -> {
                if (value instanceof Number number) {
                    node.put(column, number.longValue());
                } else if (value == null) {
                    node.putNull(column);
                } else {
                    node.put(column, value.toString());
                }
            });
            return node;
        });
    }
}
