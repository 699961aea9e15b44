package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import org.junit.jupiter.api.Assumptions;

/** For tests that need libgphoto2 on this computer. */
public final class InstalledLibrary {
    private InstalledLibrary() {}

    /** Skips the test when the library is missing; under continuous integration the test fails instead. */
    public static void require() {
        try {
            GphotoLibrary.load();
        } catch (CameraException e) {
            if (System.getenv("CI") != null) {
                throw new AssertionError(e);
            }
            System.err.println("SKIPPED: " + e.getMessage());
            Assumptions.abort(e.getMessage());
        }
    }
}
