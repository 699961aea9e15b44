package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.store.SheetRow;
import java.util.List;
import java.util.OptionalInt;

/**
 * What would change, and nothing else will.
 *
 * @param kind as in the API: single frames, or the shift of a run
 * @param numbers every number that gives or gets frames, in the order they were called
 * @param takeBack sheets that are or may be on paper with a number that will be wrong
 * @param token stands for all of this but the sheets; the same plan made later has the same one
 */
public record MovePlan(
        String kind,
        List<Planned> moves,
        List<Change> numbers,
        List<MoveWarning> warnings,
        List<SheetRow> takeBack,
        String token) {

    public MovePlan {
        moves = List.copyOf(moves);
        numbers = List.copyOf(numbers);
        warnings = List.copyOf(warnings);
        takeBack = List.copyOf(takeBack);
    }

    /** One frame and where it goes. */
    public record Planned(Frame frame, OptionalInt to, FrameReason reason) {}

    /** How many frames a number has, loses and gets. */
    public record Change(int number, int before, int leaving, int arriving) {
        public int after() {
            return before - leaving + arriving;
        }
    }

    MovePlan withSheets(List<SheetRow> sheets) {
        return new MovePlan(kind, moves, numbers, warnings, sheets, token);
    }
}
