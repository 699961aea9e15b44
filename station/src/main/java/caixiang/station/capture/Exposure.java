package caixiang.station.capture;

import caixiang.station.store.Shot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a frame was exposed, by the station's clock: the camera's own time for the file, less what the camera's clock was
 * ahead at its last answered shots. Camera times are whole seconds, which the tolerance allows for. Pure.
 */
record Exposure(Optional<Instant> at) {
    /** How many answered shots say what the camera's clock shows. */
    static final int SHOTS_COMPARED = 5;

    private static final Duration TOLERANCE = Duration.ofMillis(2_500);

    /**
     * Reckons the exposure from the time the camera gave the file.
     *
     * @param leads how far the camera's clock was ahead at single shots; none, or contradicting ones, prove nothing
     */
    static Exposure of(Instant modified, List<Duration> leads) {
        if (leads.isEmpty()) {
            return new Exposure(Optional.empty());
        }
        List<Duration> sorted = leads.stream().sorted().toList();
        Duration spread = sorted.get(sorted.size() - 1).minus(sorted.get(0));
        boolean isSteady = spread.compareTo(TOLERANCE) <= 0;
        return new Exposure(isSteady ? Optional.of(modified.minus(sorted.get(sorted.size() / 2))) : Optional.empty());
    }

    boolean isKnown() {
        return at.isPresent();
    }

    /** The shots that were asked for at about that time. */
    List<Shot> matching(List<Shot> shots) {
        return shots.stream()
                .filter(shot -> at.isPresent()
                        && Duration.between(shot.requestedAt(), at.get()).abs().compareTo(TOLERANCE) <= 0)
                .toList();
    }
}
