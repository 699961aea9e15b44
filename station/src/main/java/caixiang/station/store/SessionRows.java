package caixiang.station.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of one session as names and values, for taking it to another database. Values are texts and whole numbers;
 * an empty column is left out.
 */
public final class SessionRows {
    /** In an order in which no row names one that comes later. */
    public static final List<String> TABLES =
            List.of("session", "person", "sitting", "shot", "frame", "portrait", "sheet");

    private static final Set<String> OF_FRAMES = Set.of("portrait", "sheet");
    private static final int VALUES_AT_ONCE = 500;

    private final Handle handle;

    public SessionRows(Handle handle) {
        this.handle = handle;
    }

    public List<Map<String, Object>> of(String table, String sessionId) {
        String from = OF_FRAMES.contains(known(table))
                ? " WHERE frame_id IN (SELECT frame_id FROM frame WHERE session_id = :session)"
                : " WHERE session_id = :session";
        return handle.createQuery("SELECT * FROM " + table + from)
                .bind("session", sessionId)
                .map((rs, ctx) -> row(rs))
                .list();
    }

    /** The rows of any session in which the column has one of these values. */
    public List<Map<String, Object>> having(String table, String column, List<Object> values) {
        if (!columns(table).contains(column)) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int from = 0; from < values.size(); from += VALUES_AT_ONCE) {
            List<Object> some = values.subList(from, Math.min(values.size(), from + VALUES_AT_ONCE));
            rows.addAll(handle.createQuery("SELECT * FROM " + table + " WHERE " + column + " IN (<values>)")
                    .bindList("values", some)
                    .map((rs, ctx) -> row(rs))
                    .list());
        }
        return rows;
    }

    /** The columns a row of this table may have. */
    public Set<String> columns(String table) {
        return handle.createQuery("SELECT * FROM " + known(table) + " WHERE 1 = 0")
                .scanResultSet((results, ctx) -> names(results.get()));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the table has not one of these columns
     */
    public void insert(String table, Map<String, Object> row) {
        Set<String> strange = new TreeSet<>(row.keySet());
        strange.removeAll(columns(table));
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException(table + " has no column " + strange);
        }
        String names = String.join(", ", row.keySet());
        String places = row.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        try (Update insert = handle.createUpdate("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
            insert.bindMap(row).execute();
        }
    }

    private static String known(String table) {
        if (!TABLES.contains(table)) {
            throw new IllegalArgumentException("no rows of " + table + " are moved");
        }
        return table;
    }

    private static Set<String> names(ResultSet rs) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
            names.add(rs.getMetaData().getColumnName(i));
        }
        return names;
    }

    private static Map<String, Object> row(ResultSet rs) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
            String name = rs.getMetaData().getColumnName(i);
            value(rs.getObject(i)).ifPresent(value -> row.put(name, value));
        }
        return row;
    }

    /** SQLite gives small numbers as Integer and large ones as Long. */
    private static Optional<Object> value(Object column) {
        return column instanceof Number number ? Optional.of(number.longValue()) : Optional.ofNullable(column);
    }
}
