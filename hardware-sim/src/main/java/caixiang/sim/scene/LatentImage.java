package caixiang.sim.scene;

import java.io.IOException;

/** An exposure that has been made and is not yet a file. */
public interface LatentImage {
    /**
     * Makes the file; may take some hundred milliseconds.
     *
     * @throws IOException when the picture cannot be read or written
     */
    Frame develop() throws IOException;
}
