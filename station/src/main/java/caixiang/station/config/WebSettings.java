package caixiang.station.config;

/** @param port on the loopback address; 0 takes a free one */
public record WebSettings(int port) {}
