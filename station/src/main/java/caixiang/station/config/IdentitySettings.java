package caixiang.station.config;

import java.nio.file.Path;

/**
 * How identity numbers are kept.
 *
 * @param key the file with the key that identity numbers are encrypted with; outside the data folder
 */
public record IdentitySettings(Path key) {}
