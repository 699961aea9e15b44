package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sheet of paper, wanted or printed.
 *
 * @param number whose number stands on it; the frame may have been moved to another since
 * @param copy 1 for the first of this frame and template; reprints count up
 * @param reprintReason why it was printed again
 * @param file path inside the archive
 * @param isDrawn whether the file is there, whole
 */
public record SheetRow(
        String sheetId,
        String frameId,
        OptionalInt number,
        String template,
        int copy,
        Optional<String> reprintReason,
        String file,
        boolean isDrawn,
        SheetState state,
        SheetJob job,
        SheetTimes times) {

    /** The row after a step; the state may stay and only the job's facts change. */
    public SheetRow moved(SheetState to, SheetJob facts, Instant now) {
        if (to != state && !state.mayBecome(to)) {
            throw new IllegalStateException("sheet " + sheetId + " cannot go from " + state + " to " + to);
        }
        SheetTimes moments = to == state ? times : times.at(to, now);
        return new SheetRow(sheetId, frameId, number, template, copy, reprintReason, file, isDrawn, to, facts, moments);
    }
}
