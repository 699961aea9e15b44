package caixiang.station.capture;

import caixiang.station.archive.FrameReason;
import caixiang.station.store.Shot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose a frame is, and why.
 *
 * @param evidence what was weighed, each as {@code key=value}, in that order
 */
record Owner(
        String sessionId,
        OptionalInt number,
        Optional<String> shotId,
        FrameReason reason,
        Optional<Instant> pressed,
        List<String> evidence) {

    Owner {
        evidence = List.copyOf(evidence);
    }

    static Owner ofShot(Shot shot, FrameReason reason) {
        return new Owner(
                shot.sessionId(),
                shot.number(),
                Optional.of(shot.shotId()),
                reason,
                Optional.of(shot.requestedAt()),
                List.of());
    }

    static Owner ofBodyPress(String sessionId, int number) {
        return new Owner(
                sessionId,
                OptionalInt.of(number),
                Optional.empty(),
                FrameReason.BODY_PRESS_CURRENT,
                Optional.empty(),
                List.of());
    }

    static Owner nobody(String sessionId) {
        return new Owner(
                sessionId, OptionalInt.empty(), Optional.empty(), FrameReason.UNCLAIMED, Optional.empty(), List.of());
    }

    boolean isNobody() {
        return number.isEmpty();
    }

    Owner because(List<String> words) {
        return new Owner(sessionId, number, shotId, reason, pressed, words);
    }
}
