package caixiang.sim.printer;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a simulated printer is at one moment.
 *
 * @param state printer-state keyword
 * @param conditions printer-state-reasons
 * @param queuedJobs that are not over
 */
public record PrinterReading(String state, List<String> conditions, boolean reachable, int queuedJobs, Left left) {
    public PrinterReading {
        conditions = List.copyOf(conditions);
    }

    /** Sheets left; none where the machine never runs out. */
    public record Left(OptionalInt media, OptionalInt ribbon) {}

    static Left of(Supplies.Levels levels) {
        return levels.perRoll() == 0
                ? new Left(OptionalInt.empty(), OptionalInt.empty())
                : new Left(OptionalInt.of(levels.media()), OptionalInt.of(levels.ribbon()));
    }
}
