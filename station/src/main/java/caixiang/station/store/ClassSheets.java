package caixiang.station.store;

/**
 * What one class has of one template, for the fee.
 *
 * @param people who have at least one sheet on paper
 * @param done sheets on paper; more than people where some were printed again
 */
public record ClassSheets(String className, String template, int people, int done, int doubtful, int underWay) {}
