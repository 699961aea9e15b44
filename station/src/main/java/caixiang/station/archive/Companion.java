package caixiang.station.archive;

import caixiang.station.camera.CardObject;

/**
 * The RAW file of the same exposure, kept beside the frame and never developed.
 *
 * @param file path inside the archive, with {@code /}
 * @param sha256 lower-case hex
 * @param object the file it was on the card
 */
public record Companion(String file, String sha256, long bytes, CardObject object) {}
