package caixiang.station.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one camera's clock shows, measured: how far it was ahead of the station's at presses that were answered. Measured
 * means that three of the last eight readings agree; one that stands alone is a picture that came late, and three new ones
 * that agree are a clock that somebody has set. Pure.
 *
 * @param lead how far the camera is ahead of the press; empty when it is not measured
 * @param spread how far the readings that agree lie apart
 */
record CameraClock(Optional<Duration> lead, Duration spread) {
    static final int READINGS = 8;

    /** Cameras write whole seconds into their files, and focusing takes a second or two. */
    static final Duration TOLERANCE = Duration.ofMillis(2_500);

    private static final int AGREEING_MIN = 3;

    static final CameraClock UNMEASURED = new CameraClock(Optional.empty(), Duration.ZERO);

    /** @param leads newest first; older ones than the last eight are not looked at */
    static CameraClock of(List<Duration> leads) {
        List<Duration> last = leads.subList(0, Math.min(leads.size(), READINGS));
        for (Duration newest : last) {
            List<Duration> agreeing = last.stream()
                    .filter(other -> other.minus(newest).abs().compareTo(TOLERANCE) <= 0)
                    .sorted()
                    .toList();
            if (agreeing.size() >= AGREEING_MIN) {
                Duration spread = agreeing.get(agreeing.size() - 1).minus(agreeing.get(0));
                return new CameraClock(Optional.of(agreeing.get(agreeing.size() / 2)), spread);
            }
        }
        return UNMEASURED;
    }

    /** The press, by the station's clock, that a picture of this time would answer. */
    Optional<Instant> pressOf(Instant cameraTime) {
        return lead.map(cameraTime::minus);
    }
}
