package caixiang.station.roster;

import caixiang.station.roster.RefusedRow.Code;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a roster holds what. */
record RosterHeader(int width, Map<Column, Integer> indexes, Map<Column, String> titles, List<RefusedRow> problems) {

    /** What a roster may say of a person: the Chinese title and the registry's code. */
    enum Column {
        STUDENT_NUMBER("学号", "XH", true, 32),
        NAME("姓名", "XM", true, 60),
        ID_NUMBER("身份证号", "SFZH", false, 32),
        COLLEGE("学院", "FY", false, 100),
        CLASS_NAME("班级", "BH", false, 100);

        final String title;
        final String code;
        final boolean required;
        final int lengthMax;

        Column(String title, String code, boolean required, int lengthMax) {
            this.title = title;
            this.code = code;
            this.required = required;
            this.lengthMax = lengthMax;
        }
    }

    static RosterHeader of(List<String> fields) {
        Map<Column, Integer> indexes = new EnumMap<>(Column.class);
        Map<Column, String> titles = new EnumMap<>(Column.class);
        List<RefusedRow> problems = new ArrayList<>();
        for (Column column : Column.values()) {
            for (int i = 0; i < fields.size(); i++) {
                String field = IdNumber.normalise(fields.get(i)).toUpperCase(Locale.ROOT);
                if (!field.equals(column.title) && !field.equals(column.code)) {
                    continue;
                }
                if (indexes.putIfAbsent(column, i) != null) {
                    problems.add(new RefusedRow(1, Optional.of(column.title), Code.DUPLICATE));
                }
                titles.putIfAbsent(column, fields.get(i).strip());
            }
            if (column.required && !indexes.containsKey(column)) {
                problems.add(new RefusedRow(1, Optional.of(column.title), Code.MISSING_COLUMN));
            }
        }
        return new RosterHeader(fields.size(), indexes, titles, problems);
    }

    /** From 0, or -1 when the roster has no such column. */
    int index(Column column) {
        return indexes.getOrDefault(column, -1);
    }

    String title(Column column) {
        return titles.getOrDefault(column, column.title);
    }
}
