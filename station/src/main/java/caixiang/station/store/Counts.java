package caixiang.station.store;

/**
 * A session in figures.
 *
 * @param photographed numbers with at least one frame
 * @param late shots whose frame has not come yet
 */
public record Counts(int roster, int checkedIn, int photographed, int tray, int late) {}
