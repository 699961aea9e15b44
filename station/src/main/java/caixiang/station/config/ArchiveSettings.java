package caixiang.station.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the archive does besides filing.
 *
 * @param secondCopy a folder on another disk; each frame is there too before it is acknowledged
 */
public record ArchiveSettings(Optional<Path> secondCopy) {}
