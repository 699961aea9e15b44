package caixiang.station.store;

import caixiang.station.sitting.ShotState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A press as stored: the intent that is durable before the camera is asked.
 *
 * @param number whom it is for; empty when nobody was current and it was refused
 * @param cameraSerial the camera that was asked; empty when none was ready
 * @param code the name of the refusal or fault it ended with
 */
public record Shot(
        String shotId,
        String sessionId,
        String requestId,
        OptionalInt number,
        String source,
        Optional<String> cameraSerial,
        ShotState state,
        Optional<String> code,
        Instant requestedAt) {}
