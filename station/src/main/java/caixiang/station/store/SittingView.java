package caixiang.station.store;

import caixiang.station.sitting.SittingStatus;

/** A number as the screens show it. {@code frames} counts the frames filed under it. */
public record SittingView(int number, SittingStatus status, PersonView person, int frames) {}
