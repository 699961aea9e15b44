package caixiang.station.capture.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A number's turn before the camera; {@code ended} is empty while it is its turn. */
public record SeenTurn(int number, Instant called, Optional<Instant> ended) {
    Optional<Duration> length() {
        return ended.map(end -> Duration.between(called, end));
    }
}
