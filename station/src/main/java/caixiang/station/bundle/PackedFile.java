package caixiang.station.bundle;

/**
 * A file of the archive in a bundle.
 *
 * @param path inside the archive, with {@code /}
 * @param sha256 lower-case hex
 */
record PackedFile(String path, long bytes, String sha256) {}
