package caixiang.sim.camera.body;

/**
 * How the body writes RAW files.
 *
 * @param bytes the size of each
 * @param rawFirst whether the RAW of a pair is announced before its JPEG
 */
public record Negatives(int bytes, boolean rawFirst) {}
