package caixiang.station.store;

/** In which order planned sheets are taken. What was put first goes before all of them. */
public enum SheetOrdering {
    FILED("sheet.sheet_id"),
    NUMBER("sheet.number, sheet.sheet_id"),
    CLASS("COALESCE(person.class_name, ''), sheet.number, sheet.sheet_id");

    private final String columns;

    SheetOrdering(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns;
    }
}
