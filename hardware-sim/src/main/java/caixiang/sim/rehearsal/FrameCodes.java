package caixiang.sim.rehearsal;

/** Reads who sat and the exposure's number from a frame file. A seam: tests need no 24-megapixel pictures. */
@FunctionalInterface
interface FrameCodes {
    Evidence.Code read(byte[] jpeg);
}
