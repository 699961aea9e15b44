package caixiang.station.capture;

import caixiang.station.store.Shot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a frame was exposed, by the station's clock: the camera's own time, less what the camera's clock was measured to be
 * ahead. Pure.
 *
 * @param state whether the clock says anything
 * @param press the press that it would be the answer to; empty unless {@link State#KNOWN}
 */
record Exposure(State state, Optional<Instant> press, Duration spread) {
    enum State {
        /** Too few answered presses, or they contradict each other. */
        UNMEASURED,
        /** It says what cannot be: after the frame was there, or longer before than a camera keeps a picture back. */
        STEPPED,
        KNOWN
    }

    private static final Duration TOLERANCE = CameraClock.TOLERANCE;

    static final Exposure UNMEASURED = new Exposure(State.UNMEASURED, Optional.empty(), Duration.ZERO);

    /** @param possible the earliest and latest moment at which the shutter can have fired */
    static Exposure of(Instant cameraTime, CameraClock clock, Case.Span possible) {
        Optional<Instant> press = clock.pressOf(cameraTime);
        if (press.isEmpty()) {
            return UNMEASURED;
        }
        boolean isPossible = !press.get().isAfter(possible.to().plus(TOLERANCE))
                && !press.get().isBefore(possible.from().minus(TOLERANCE));
        return isPossible
                ? new Exposure(State.KNOWN, press, clock.spread())
                : new Exposure(State.STEPPED, Optional.empty(), Duration.ZERO);
    }

    boolean isKnown() {
        return state == State.KNOWN;
    }

    /** Within which the shutter fired, so far as the clock says. */
    Optional<Case.Span> span() {
        return press.map(at -> new Case.Span(at.minus(TOLERANCE), at.plus(TOLERANCE)));
    }

    /** The shots that were asked for at about that time. */
    List<Shot> matching(List<Shot> shots) {
        return shots.stream()
                .filter(shot -> press.isPresent()
                        && Duration.between(shot.requestedAt(), press.get())
                                        .abs()
                                        .compareTo(TOLERANCE)
                                <= 0)
                .toList();
    }

    /** As in the evidence, for example {@code +0.4s±0.6s}: how far from the press, and how well the clock is known. */
    String word(Optional<Shot> shot) {
        if (press.isEmpty()) {
            return state.name().toLowerCase(Locale.ROOT);
        }
        String spreadText = String.format(Locale.ROOT, "±%.1fs", seconds(spread));
        return shot.map(pressed -> String.format(
                                Locale.ROOT, "%+.1fs", seconds(Duration.between(pressed.requestedAt(), press.get())))
                        + spreadText)
                .orElse("known" + spreadText);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
