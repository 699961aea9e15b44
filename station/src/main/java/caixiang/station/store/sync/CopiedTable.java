package caixiang.station.store.sync;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are copied as they are, whatever columns it has: both databases are made by the same migrations.
 *
 * @param row the column an {@link Outbox} entry names a row by
 * @param key what makes a row one and the same in the site's database
 */
record CopiedTable(String name, String row, List<String> key) {
    private static final Map<String, CopiedTable> OUTGOING = Stream.of(
                    new CopiedTable("shot", "shot_id", List.of("shot_id")),
                    new CopiedTable("frame", "frame_id", List.of("frame_id")),
                    new CopiedTable("portrait", "frame_id", List.of("frame_id")),
                    new CopiedTable("sheet", "sheet_id", List.of("sheet_id")),
                    new CopiedTable("journal", "sequence", List.of("station", "sequence")))
            .collect(Collectors.toUnmodifiableMap(CopiedTable::name, table -> table));

    static CopiedTable outgoing(String name) {
        CopiedTable table = OUTGOING.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no row of table " + name + " goes out");
        }
        return table;
    }

    /** Columns in the table's order; a NULL is a null. */
    record Row(Map<String, @Nullable Object> columns) {
        Object get(String column) {
            Object value = columns.get(column);
            if (value == null) {
                throw new IllegalStateException(column + " is empty");
            }
            return value;
        }

        Row with(String column, @Nullable Object value) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(columns);
            changed.put(column, value);
            return new Row(changed);
        }
    }

    List<Row> read(Handle handle, List<String> keys) {
        return handle.createQuery("SELECT * FROM " + name + " WHERE " + row + " IN (<keys>) ORDER BY " + row)
                .bindList("keys", keys)
                .map((rs, ctx) -> whole(rs))
                .list();
    }

    private static Row whole(ResultSet rs) throws SQLException {
        ResultSetMetaData meta = rs.getMetaData();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Object value = rs.getObject(i);
            // SQLite tells the same column now as an int and now as a long.
            columns.put(meta.getColumnName(i), value instanceof Integer small ? Long.valueOf(small) : value);
        }
        return new Row(columns);
    }

    /** Enters each row; one that is there is brought up to date, or left as it is where rows are final. */
    void write(Handle handle, List<Row> rows, boolean isFinal) {
        List<String> names = new ArrayList<>(rows.get(0).columns().keySet());
        String update = names.stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + name + " (" + String.join(", ", names) + ") VALUES ("
                + names.stream().map(column -> "?").collect(Collectors.joining(", ")) + ") ON CONFLICT ("
                + String.join(", ", key) + ") DO " + (isFinal ? "NOTHING" : "UPDATE SET " + update);
        var batch = handle.prepareBatch(sql);
        for (Row each : rows) {
            for (int i = 0; i < names.size(); i++) {
                batch.bind(i, each.columns().get(names.get(i)));
            }
            batch.add();
        }
        batch.execute();
    }
}
