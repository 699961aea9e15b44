package caixiang.station.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Rows by the values of columns that are unique together; a row in which one of them is empty is not found. */
final class RowIndex {
    private final List<String> key;
    private final Map<List<Object>, Map<String, Object>> rows = new HashMap<>();

    RowIndex(List<String> key, List<Map<String, Object>> rows) {
        this.key = key;
        rows.forEach(row -> values(row).ifPresent(values -> this.rows.put(values, row)));
    }

    /** The row with the same values. */
    Optional<Map<String, Object>> find(Map<String, Object> like) {
        return values(like).map(rows::get);
    }

    private Optional<List<Object>> values(Map<String, Object> row) {
        List<Object> values =
                key.stream().map(row::get).filter(Objects::nonNull).toList();
        return values.size() == key.size() ? Optional.of(values) : Optional.empty();
    }
}
