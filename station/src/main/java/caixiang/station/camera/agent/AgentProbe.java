package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.gphoto2.DetectedCamera;
import caixiang.station.camera.gphoto2.GphotoLibrary;
import java.util.ArrayList;
import java.util.List;

/**
 * What the agent program can say about this machine without a station: {@code library VERSION}, then one line
 * {@code camera PORT MODEL} for each camera on the buses; or {@code fault TEXT}.
 */
public final class AgentProbe {
    /** The argument that asks for it. */
    public static final String ARGUMENT = "--probe";

    /** The word before libgphoto2's version. */
    public static final String LIBRARY = "library ";

    /** The word before a camera's port and model. */
    public static final String CAMERA = "camera ";

    /** The word before what went wrong. */
    public static final String FAULT = "fault ";

    private AgentProbe() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        try {
            GphotoLibrary library = GphotoLibrary.load();
            lines.add(LIBRARY + library.version());
            for (DetectedCamera camera : library.detect()) {
                lines.add(CAMERA + camera.port() + " " + camera.driver());
            }
        } catch (CameraException e) {
            lines.add(FAULT + e.getMessage());
        }
        return lines;
    }
}
