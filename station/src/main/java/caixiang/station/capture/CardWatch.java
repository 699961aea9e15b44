package caixiang.station.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the card is to be compared without anybody asking: a body may lose the announcement of a picture, which then lies
 * on the card and nowhere else. Comparing takes the camera away for some seconds, so it waits for a pause, and for a longer
 * one when nothing is amiss. Safe on any thread.
 */
final class CardWatch {
    /** After a press that ended late, or a gap in the file numbers. */
    static final Duration PAUSE_IN_DOUBT = Duration.ofSeconds(30);

    /** Longer than a group takes to sit down; a meal is longer. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** A camera that does not answer is not asked for ever; the next picture or press begins anew. */
    static final int ATTEMPTS_MAX = 3;

    static final long LOOK_SECONDS = 5;

    private Optional<Instant> lastUse = Optional.empty();
    private boolean isInDoubt;
    private boolean isUnderWay;
    private int attempts;

    /** A press, or a picture that came. */
    synchronized void used(Instant now) {
        lastUse = Optional.of(now);
        attempts = 0;
    }

    /** There may be a picture on the card that nobody announced. */
    synchronized void doubt() {
        isInDoubt = true;
    }

    /** True when the card is to be compared now; the caller then does, and says how it {@link #ended}. */
    synchronized boolean begin(Instant now) {
        Duration pause = isInDoubt ? PAUSE_IN_DOUBT : PAUSE;
        boolean isQuiet = lastUse.isPresent() && !now.isBefore(lastUse.get().plus(pause));
        if (!isQuiet || isUnderWay || attempts == ATTEMPTS_MAX) {
            return false;
        }
        isUnderWay = true;
        attempts++;
        return true;
    }

    /**
     * The comparison is over.
     *
     * @param begunAt when it was begun: a press or picture since then is not covered by it
     */
    synchronized void ended(boolean isCompared, Instant begunAt) {
        isUnderWay = false;
        if (isCompared && lastUse.isPresent() && !lastUse.get().isAfter(begunAt)) {
            compared();
        } else if (!isCompared) {
            // Another pause before the next attempt.
            lastUse = lastUse.map(use -> use.isAfter(begunAt) ? use : begunAt);
        }
    }

    /** The card was read, for whatever reason. */
    synchronized void compared() {
        lastUse = Optional.empty();
        isInDoubt = false;
        attempts = 0;
    }
}
