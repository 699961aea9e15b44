package caixiang.station.roster;

import java.util.List;

/**
 * A roster as read: its people, or the rows that stand in the way. It is taken whole or not at all, so people are only
 * of use when nothing is refused.
 *
 * @param encoding as decided from the bytes: {@code UTF-8} or {@code GB18030}
 * @param refused at most {@link RosterReader#REFUSED_MAX}
 */
public record RosterTable(List<RosterRow> rows, String encoding, List<RefusedRow> refused) {
    public RosterTable {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /** A person and the line that names them. */
    public record RosterRow(long line, Person person) {}
}
