package caixiang.station.archive;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A frame was given to somebody else by a person.
 *
 * @param from the number before; empty for the tray
 * @param to the number afterwards; empty for the tray
 * @param by who did it
 * @param reason in their words
 * @param at by the station's clock, in whole milliseconds
 */
public record Move(OptionalInt from, OptionalInt to, String by, String reason, Instant at) {}
