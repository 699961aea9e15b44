package caixiang.station.camera;

import java.nio.file.Path;
import java.util.List;

/**
 * What lay in the spool.
 *
 * @param frames whole ones, oldest first
 * @param damaged files that are no whole frame and were left where they are, for a person to look at
 */
public record SpoolScan(List<SpooledFrame> frames, List<Path> damaged) {
    public SpoolScan {
        frames = List.copyOf(frames);
        damaged = List.copyOf(damaged);
    }
}
