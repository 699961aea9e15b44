package caixiang.station.store;

import caixiang.station.sitting.SittingStatus;

/** A number, whose it is and where it stands. */
public record SittingRow(int number, String personId, String requestId, SittingStatus status) {}
