package caixiang.station.config;

/** What this station is called among the stations of a site. */
public record StationSettings(String name) {}
