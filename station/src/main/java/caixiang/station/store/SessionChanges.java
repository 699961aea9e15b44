package caixiang.station.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changed in a session in the shared database since a revision: rows as they are now, and what one station's journal
 * is to say. {@code upTo} is the revision this holds everything of.
 *
 * @param people column to value; so is every other row
 */
public record SessionChanges(
        long since,
        long upTo,
        int lastNumber,
        List<Map<String, Object>> people,
        List<Map<String, Object>> sittings,
        Optional<LastRoster> roster,
        List<Entry> entries) {

    public SessionChanges {
        people = List.copyOf(people);
        sittings = List.copyOf(sittings);
        entries = List.copyOf(entries);
    }

    /** The last roster that was taken. */
    public record LastRoster(RosterImports.Row row, Instant at) {}

    /** A journal entry of this station and the change it came with. */
    public record Entry(long revision, JournalEntry entry) {}
}
