package caixiang.station.camera.gphoto2;

import java.time.Instant;

/**
 * What the camera says of a file.
 *
 * @param modified by the camera's clock, which has no time zone; the epoch when unknown
 */
public record FileFacts(long sizeBytes, Instant modified) {}
