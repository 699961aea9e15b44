package caixiang.sim.rehearsal.verdict;

/** Reads who sat and the exposure's number from a frame file. A seam: tests need no 24-megapixel pictures. */
@FunctionalInterface
public interface FrameCodes {
    Evidence.Code read(byte[] jpeg);
}
