package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What was cut from a frame: either {@code cut} or {@code problem} is there.
 *
 * @param problem why nothing could be cut, for the operator
 */
public record PortraitRow(String frameId, Optional<Cut> cut, Optional<String> problem, Instant at) {

    /**
     * A portrait on the disk.
     *
     * @param file path inside the archive
     * @param sha256 lower-case hex
     * @param crop what of the upright frame it shows
     */
    public record Cut(String file, String sha256, Crop crop) {}

    /** In pixels of the upright frame, from its top left corner. */
    public record Crop(int left, int top, int width, int height) {}

    public static PortraitRow of(String frameId, Cut cut, Instant at) {
        return new PortraitRow(frameId, Optional.of(cut), Optional.empty(), at);
    }

    public static PortraitRow failed(String frameId, String problem, Instant at) {
        return new PortraitRow(frameId, Optional.empty(), Optional.of(problem), at);
    }
}
