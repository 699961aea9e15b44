package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StationApi.Timing;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a station says of one frame.
 *
 * @param number empty while it lies in the tray
 * @param student whose it is; empty while it lies in the tray
 * @param reason why it is theirs, or unclaimed
 * @param file path inside the archive
 */
public record Row(
        String frameId,
        OptionalInt number,
        String student,
        String reason,
        String file,
        String sha256,
        boolean hasPortrait,
        Timing timing,
        List<Sheet> sheets) {
    public Row {
        sheets = List.copyOf(sheets);
    }
}
