package caixiang.station.camera;

import java.time.Instant;

/**
 * A file on the camera's card. Its name is no identity: counters wrap at 9999 and folders change.
 *
 * @param folder libgphoto2's folder, for example {@code /store_00010001/DCIM/100ND750}
 * @param modified by the camera's clock
 */
public record CardObject(String folder, String name, long sizeBytes, Instant modified) {}
