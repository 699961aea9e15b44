package caixiang.station.pictures;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a sent picture. It is kept in any case.
 *
 * @param frameId empty while it waits in the spool and is tried again
 * @param number of the person named; also empty when the picture had come before
 */
public record PictureOutcome(Result result, Naming naming, Optional<String> frameId, OptionalInt number) {
    /** Whether it is new. */
    public enum Result {
        TAKEN,
        /** The same bytes had come before; nothing has changed. */
        ALREADY_THERE,
        /** Safe in the spool, not filed yet; the station tries again by itself. */
        WAITING
    }
}
