package caixiang.sim.rehearsal.audit;

/**
 * What a simulated camera truly shot.
 *
 * @param camera from 1
 * @param sitter the student number of whoever sat
 */
public record Exposure(int camera, long nonce, String sitter, String sha256) {}
