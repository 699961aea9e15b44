package caixiang.station.store;

import java.util.OptionalInt;

/** One frame of an operation. An empty number is the tray, or nobody at all. */
public record MovedFrame(String frameId, OptionalInt from, OptionalInt to, String reasonBefore, String reasonAfter) {}
