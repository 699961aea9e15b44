package caixiang.station.store;

import caixiang.station.sitting.SittingStatus;
import java.time.Instant;
import java.util.Optional;

/** A number and when it was its turn; {@code called} is empty while it waits, {@code ended} until its turn is over. */
public record CalledNumber(
        int number, String personId, SittingStatus status, Optional<Instant> called, Optional<Instant> ended) {}
