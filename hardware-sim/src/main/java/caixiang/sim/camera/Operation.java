package caixiang.sim.camera;

import java.io.IOException;

/** Performs one kind of operation. */
@FunctionalInterface
public interface Operation {
    /**
     * Performs it.
     *
     * @throws IOException when a file of the card cannot be read; the connection is then given up
     */
    Answer perform(Request request) throws IOException;
}
