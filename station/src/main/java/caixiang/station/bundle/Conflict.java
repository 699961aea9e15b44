package caixiang.station.bundle;

/**
 * Something in a bundle that contradicts what is here. Nothing decides by itself which of the two is right.
 *
 * @param what the kind of thing, a table's name or {@code file}
 * @param which what tells it from others of its kind, without names and identity numbers
 * @param here as it is in this archive
 * @param there as it is in the bundle
 */
public record Conflict(String what, String which, String here, String there) {}
