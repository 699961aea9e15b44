package caixiang.station.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a sheet on the printer.
 *
 * @param name what the printer knows it by, the same for every attempt
 * @param state IPP job-state keyword, as last told
 * @param reasons keywords: the printer's, or the station's own
 */
public record SheetJob(String name, OptionalInt id, Optional<String> state, List<String> reasons) {
    public SheetJob {
        reasons = List.copyOf(reasons);
    }

    public static SheetJob named(String name) {
        return new SheetJob(name, OptionalInt.empty(), Optional.empty(), List.of());
    }

    public SheetJob withId(int jobId) {
        return new SheetJob(name, OptionalInt.of(jobId), state, reasons);
    }

    public SheetJob because(String... reason) {
        return new SheetJob(name, id, state, List.of(reason));
    }
}
