package caixiang.station.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a bundle's session another id: two cities may both have called theirs by the same date. Pure. */
final class Renaming {
    private static final List<String> PATHS = List.of("file", "companion_file");

    private final String from;
    private final String to;

    Renaming(String from, String to) {
        this.from = from;
        this.to = to;
    }

    Map<String, List<Map<String, Object>>> rows(Map<String, List<Map<String, Object>>> tables) {
        Map<String, List<Map<String, Object>>> renamed = new LinkedHashMap<>();
        tables.forEach((table, rows) -> {
            List<Map<String, Object>> list = new ArrayList<>();
            rows.forEach(row -> list.add(row(row)));
            renamed.put(table, list);
        });
        return renamed;
    }

    private Map<String, Object> row(Map<String, Object> row) {
        Map<String, Object> renamed = new LinkedHashMap<>(row);
        renamed.computeIfPresent("session_id", (column, value) -> value.equals(from) ? to : value);
        for (String column : PATHS) {
            renamed.computeIfPresent(column, (name, value) -> path((String) value));
        }
        return renamed;
    }

    /** A path inside the archive. */
    String path(String path) {
        return path.startsWith(from + "/") ? to + path.substring(from.length()) : path;
    }
}
