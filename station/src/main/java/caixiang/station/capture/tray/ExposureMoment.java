package caixiang.station.capture.tray;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a frame was exposed, for a person to weigh: the time its camera gave it, less what that camera was ahead at its last
 * answered shots. Nothing is filed by it, so one shot is enough; filing itself asks {@code CameraClock}. Pure.
 *
 * @param at the station's time of the exposure; empty when the clock proves nothing
 * @param tolerance how far off it may be; camera times are whole seconds
 */
record ExposureMoment(Optional<Instant> at, Duration tolerance) {
    /** How many answered shots say what the camera's clock shows. */
    static final int SHOTS_COMPARED = 5;

    private static final Duration WHOLE_SECONDS = Duration.ofSeconds(1);
    private static final Duration SPREAD_MAX = Duration.ofSeconds(3);

    static ExposureMoment of(Instant modified, List<Duration> leads) {
        List<Duration> sorted = leads.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new ExposureMoment(Optional.empty(), Duration.ZERO);
        }
        Duration spread = sorted.get(sorted.size() - 1).minus(sorted.get(0));
        if (spread.compareTo(SPREAD_MAX) > 0) {
            return new ExposureMoment(Optional.empty(), Duration.ZERO);
        }
        Instant at = modified.minus(sorted.get(sorted.size() / 2));
        return new ExposureMoment(Optional.of(at), WHOLE_SECONDS.plus(spread));
    }

    boolean mayBe(Instant moment) {
        return at.isPresent() && Duration.between(moment, at.get()).abs().compareTo(tolerance) <= 0;
    }

    /** In whole seconds, rounded up. */
    int toleranceSeconds() {
        return (int) tolerance.plusMillis(999).toSeconds();
    }
}
