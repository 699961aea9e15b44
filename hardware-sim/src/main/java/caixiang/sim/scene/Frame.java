package caixiang.sim.scene;

/**
 * One exposure as a file.
 *
 * @param nonce the running number of the exposure, from 1
 * @param sitterKey who sat, or where the picture came from
 */
public record Frame(long nonce, String sitterKey, Jpeg jpeg) {}
