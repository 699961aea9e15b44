package caixiang.station.capture.shift;

import java.time.Instant;
import java.util.Optional;

/**
 * A frame as the detector sees it.
 *
 * @param takenAt by the station's clock
 * @param exposedBefore by the camera's clock the frame was exposed no later than this; empty when that says nothing
 * @param look empty until it is measured, or when it cannot be
 * @param faceWidth as a share of the frame's height; empty when no face was found
 */
public record SeenFrame(
        String frameId,
        int number,
        Instant takenAt,
        Optional<Instant> exposedBefore,
        Optional<Look> look,
        Optional<Double> faceWidth) {}
