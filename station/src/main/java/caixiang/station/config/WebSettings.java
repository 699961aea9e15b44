package caixiang.station.config;

/**
 * Where the consoles find the station.
 *
 * @param port on the loopback address; 0 takes a free one
 */
public record WebSettings(int port) {}
