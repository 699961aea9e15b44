package caixiang.station.config;

import java.nio.file.Path;
import java.util.Optional;

/** @param secondCopy a folder on another disk; each frame is there too before it is acknowledged */
public record ArchiveSettings(Optional<Path> secondCopy) {}
