package caixiang.station.site;

/**
 * Who this station is among the others.
 *
 * @param instanceId of this data folder, the same after every restart; tells two stations of one name apart
 * @param hasCamera a station without one is a desk: nobody is called to it unasked
 */
public record ThisStation(String name, String instanceId, boolean hasCamera) {}
