package caixiang.station.checkin;

import caixiang.station.roster.RefusedRow;
import java.util.List;
import java.util.Optional;

/**
 * How a roster import ended.
 *
 * @param people how many the session's roster has now
 * @param imported rows of the last import that was taken; empty before the first
 * @param encoding of the last import
 * @param refused if not empty, nothing of this import was taken
 */
public record RosterReport(
        int people, Optional<Integer> imported, Optional<String> encoding, List<RefusedRow> refused) {
    public RosterReport {
        refused = List.copyOf(refused);
    }

    public boolean isTaken() {
        return refused.isEmpty();
    }
}
