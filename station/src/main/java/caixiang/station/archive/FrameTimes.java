package caixiang.station.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * A frame's way, by the station's clock.
 *
 * @param pressed empty for a press on the body
 * @param filed when the row was written, the file and its copies being on the disk. The sidecar, which must be there
 *     before the file, says when filing began.
 */
public record FrameTimes(Optional<Instant> pressed, Instant announced, Instant spooled, Instant filed) {}
