package caixiang.station.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rows of a bundle held against the rows that are here. Pure. */
final class Comparison {
    /** What may be in a table only once; the first is the row's name. */
    private static final Map<String, List<List<String>>> UNIQUE = Map.of(
            "session", List.of(List.of("session_id")),
            "person",
                    List.of(
                            List.of("person_id"),
                            List.of("session_id", "student_number"),
                            List.of("session_id", "id_lookup")),
            "sitting",
                    List.of(
                            List.of("session_id", "number"),
                            List.of("session_id", "person_id"),
                            List.of("session_id", "request_id")),
            "shot", List.of(List.of("shot_id"), List.of("session_id", "request_id")),
            "frame", List.of(List.of("frame_id"), List.of("file")),
            "portrait", List.of(List.of("frame_id")),
            "sheet", List.of(List.of("sheet_id"), List.of("file"), List.of("job_name")));

    /** Columns that differ between two honest copies: each encryption is another text, and a counter only counts on. */
    private static final Set<String> OWN = Set.of("id_encrypted", "last_number", "opened_at", "sheets_planned");

    /** Columns that say who somebody is; a conflict tells that they differ, not what they say. */
    private static final Set<String> PRIVATE = Set.of("name", "id_lookup", "student_number");

    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> fresh = new LinkedHashMap<>();
    private int present;

    /** The columns by which a table's rows are looked for. */
    static List<List<String>> uniqueKeys(String table) {
        return Objects.requireNonNull(UNIQUE.get(table), table);
    }

    /** Compares the rows of one table. */
    void compare(String table, List<Map<String, Object>> incoming, List<Map<String, Object>> here) {
        List<RowIndex> indices =
                uniqueKeys(table).stream().map(key -> new RowIndex(key, here)).toList();
        List<Map<String, Object>> added = new ArrayList<>();
        for (Map<String, Object> row : incoming) {
            Optional<Map<String, Object>> same =
                    indices.stream().flatMap(index -> index.find(row).stream()).findFirst();
            Set<String> differing = same.map(other -> differing(row, other)).orElse(Set.of());
            if (same.isEmpty()) {
                added.add(row);
            } else if (differing.isEmpty()) {
                present++;
            } else {
                conflicts.add(
                        new Conflict(table, name(table, row), shown(same.get(), differing), shown(row, differing)));
            }
        }
        fresh.put(table, added);
    }

    private static Set<String> differing(Map<String, Object> one, Map<String, Object> other) {
        Set<String> columns = new TreeSet<>(one.keySet());
        columns.addAll(other.keySet());
        columns.removeAll(OWN);
        columns.removeIf(column -> Objects.equals(one.get(column), other.get(column)));
        return columns;
    }

    private static String name(String table, Map<String, Object> row) {
        Object number = row.get("number");
        return number == null ? String.valueOf(row.get(uniqueKeys(table).get(0).get(0))) : "number " + number;
    }

    private static String shown(Map<String, Object> row, Set<String> columns) {
        List<String> words = new ArrayList<>();
        for (String column : columns) {
            words.add(PRIVATE.contains(column) ? "another " + column : column + " " + row.getOrDefault(column, "none"));
        }
        return String.join(", ", words);
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** Rows to add, by table, in the order they were compared. */
    Map<String, List<Map<String, Object>>> fresh() {
        return fresh;
    }

    int present() {
        return present;
    }
}
