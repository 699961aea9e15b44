package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A line of the journal as it stands. {@code detail} is a JSON object. */
public record JournalRow(
        long sequence,
        Instant at,
        String sessionId,
        String what,
        OptionalInt number,
        Optional<String> frameId,
        String detail) {}
