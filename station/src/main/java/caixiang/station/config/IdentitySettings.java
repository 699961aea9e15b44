package caixiang.station.config;

import java.nio.file.Path;

/** @param key the file with the key that identity numbers are encrypted with; outside the data folder */
public record IdentitySettings(Path key) {}
