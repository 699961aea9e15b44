package caixiang.station.archive;

import java.time.Instant;
import java.util.Optional;

/** A frame's way, by the station's clock. {@code pressed} is empty for a press on the body. */
public record FrameTimes(Optional<Instant> pressed, Instant announced, Instant spooled, Instant filed) {}
