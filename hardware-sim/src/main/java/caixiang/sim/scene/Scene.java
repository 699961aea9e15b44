package caixiang.sim.scene;

/** What is before the lens. Safe for use by several threads. */
public interface Scene {
    /**
     * Lets light in: what is before the lens at this moment is what the frame will show, whoever sits down afterwards.
     * Returns at once; drawing the picture is left to {@link LatentImage#develop}.
     */
    LatentImage expose(ExposureData data);
}
