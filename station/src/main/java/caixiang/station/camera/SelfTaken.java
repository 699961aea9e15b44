package caixiang.station.camera;

import java.time.Instant;

/**
 * How a picture that somebody took of themselves and sent in is told from a camera's. No name, and no number of a person,
 * ever stands in it.
 */
public final class SelfTaken {
    /** In the place of a camera body; its serial number is what such frames are known by. */
    public static final CameraIdentity CAMERA = new CameraIdentity("self-taken", "self-taken picture", "none");

    private static final String FOLDER = "/self-taken";
    private static final int NAME_LENGTH = 16;

    private SelfTaken() {}

    public static boolean is(CameraIdentity camera) {
        return camera.serial().equals(CAMERA.serial());
    }

    /** The same bytes are the same object. When the file was made is not known, so it says the epoch. */
    public static CardObject object(String sha256, long sizeBytes) {
        return new CardObject(FOLDER, sha256.substring(0, NAME_LENGTH) + ".jpg", sizeBytes, Instant.EPOCH);
    }
}
