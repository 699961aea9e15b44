package caixiang.station.store;

/** A person's name as it may stand on a sheet. */
public record SubjectName(String full, String masked) {}
