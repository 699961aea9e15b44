package caixiang.station.store;

import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A press as stored: the intent that is durable before the camera is asked.
 *
 * @param station where it was pressed
 * @param number whom it is for; empty when nobody was current and it was refused
 * @param personId the person who held that number; empty as above, and for what was made again from a sidecar
 * @param source what pressed: {@code button}, {@code keyboard} (both the console), {@code pedal}, {@code api}, or
 *     {@code recovered} for what was made again from a sidecar
 * @param askedBy who pressed, as the request names them
 * @param cameraSerial the camera that was asked; empty when none was ready
 * @param cause what last happened to it; empty while nothing has
 * @param code the name of the refusal or fault it ended with
 * @param requestedNanos of a clock that only goes forward; comparable within one run of the program
 */
public record Shot(
        String shotId,
        String sessionId,
        String requestId,
        String station,
        OptionalInt number,
        Optional<String> personId,
        String source,
        String askedBy,
        Optional<String> cameraSerial,
        ShotState state,
        Optional<ShotEvent> cause,
        Optional<String> code,
        Instant requestedAt,
        long requestedNanos) {

    /** Whether both are for the same person of the same session. */
    public boolean isForSamePersonAs(Shot other) {
        return number.equals(other.number) && sessionId.equals(other.sessionId);
    }
}
