package caixiang.sim.camera.body;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The truth about one exposure, for whoever checks the station.
 *
 * @param nonce running number, also in the picture's code
 * @param name folder and file name on the card, or the name of the buffer when it never was on the card
 * @param raw empty for a JPEG alone, and for a RAW alone, which then is {@code name} itself
 */
public record Exposure(long nonce, String sitterKey, String name, Digest digest, Optional<Raw> raw, Instant at) {
    /** The RAW written beside the JPEG. */
    public record Raw(String name, Digest digest) {}

    /** The file as it was shot. {@code file} is gone once the initiator deleted it and many more were shot. */
    public record Digest(String sha256, long sizeBytes, Path file) {}
}
