package caixiang.station.print;

import caixiang.station.store.ClassSheets;
import caixiang.station.store.SheetRow;
import java.util.List;

/**
 * The queue of a session as people see it.
 *
 * @param doubtful sheets that somebody has to look for, oldest first
 * @param classes what each class has, for the fee
 */
public record PrintStanding(boolean isPaused, List<SheetRow> doubtful, List<ClassSheets> classes) {
    public PrintStanding {
        doubtful = List.copyOf(doubtful);
        classes = List.copyOf(classes);
    }
}
