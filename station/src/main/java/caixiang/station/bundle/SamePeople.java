package caixiang.station.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two sites that imported the same roster gave each person an id of their own. Where name, student number and identity
 * number agree it is the same person, and the bundle's rows get the id used here. Pure.
 */
final class SamePeople {
    private static final List<String> WHO = List.of("student_number", "name", "id_lookup");

    private SamePeople() {}

    static void match(Map<String, List<Map<String, Object>>> rows, List<Map<String, Object>> here) {
        RowIndex index = new RowIndex(List.of("student_number"), here);
        Map<Object, Object> idHere = new HashMap<>();
        for (Map<String, Object> person : rows.getOrDefault("person", List.of())) {
            index.find(person)
                    .filter(known -> WHO.stream().allMatch(c -> Objects.equals(known.get(c), person.get(c))))
                    .ifPresent(known -> idHere.put(person.get("person_id"), known.get("person_id")));
        }
        for (String table : List.of("person", "sitting")) {
            rows.getOrDefault(table, List.of())
                    .forEach(row -> row.computeIfPresent(
                            "person_id", (column, id) -> Objects.requireNonNull(idHere.getOrDefault(id, id))));
        }
    }
}
