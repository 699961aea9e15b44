package caixiang.layouts.geometry;

/** A place on a page: {@code x} to the right and {@code y} down from its top left corner. */
public record Point(Length x, Length y) {}
