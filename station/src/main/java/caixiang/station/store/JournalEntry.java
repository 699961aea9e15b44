package caixiang.station.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Something that happened, before it has a place in the journal.
 *
 * @param what short and stable, for example {@code frame-filed}
 * @param detail facts without personal data: no names, no identity or student numbers
 */
public record JournalEntry(
        Instant at,
        String sessionId,
        String what,
        OptionalInt number,
        Optional<String> frameId,
        Map<String, String> detail) {

    public JournalEntry {
        detail = Map.copyOf(detail);
    }

    public static JournalEntry of(Instant at, String sessionId, String what) {
        return new JournalEntry(at, sessionId, what, OptionalInt.empty(), Optional.empty(), Map.of());
    }

    public JournalEntry number(int value) {
        return new JournalEntry(at, sessionId, what, OptionalInt.of(value), frameId, detail);
    }

    public JournalEntry number(OptionalInt value) {
        return value.isPresent() ? number(value.getAsInt()) : this;
    }

    public JournalEntry frame(String value) {
        return new JournalEntry(at, sessionId, what, number, Optional.of(value), detail);
    }

    public JournalEntry with(String key, String value) {
        Map<String, String> more = new TreeMap<>(detail);
        more.put(key, value);
        return new JournalEntry(at, sessionId, what, number, frameId, more);
    }

    /** A person caused it. */
    public JournalEntry by(String operator) {
        return with("by", operator);
    }

    /** What was, and what is now. */
    public JournalEntry changed(String before, String after) {
        return with("before", before).with("after", after);
    }
}
