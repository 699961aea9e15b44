package caixiang.station.store;

import java.time.Instant;

/**
 * What the rules say of a frame.
 *
 * @param level {@code pass}, {@code warn} or {@code fail}
 * @param document the whole of it, as JSON
 */
public record VerdictRow(String frameId, String level, String document, Instant at) {}
