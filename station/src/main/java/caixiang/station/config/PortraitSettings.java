package caixiang.station.config;

/**
 * The part of the upright frame that becomes the portrait, as fractions of its width and height.
 *
 * @param dpi dots per inch a portrait is printed at
 */
public record PortraitSettings(double left, double top, double width, double height, int dpi) {}
