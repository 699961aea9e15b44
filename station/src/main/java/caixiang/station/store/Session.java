package caixiang.station.store;

/** One day's work at one place. */
public record Session(String id, String name) {}
