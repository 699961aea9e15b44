package caixiang.station.capture;

import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** Late shots whose camera never came back to be asked. A frame that comes all the same is still filed. */
final class LateShots {
    static final long LOOK_MILLIS = TimeUnit.MINUTES.toMillis(1);

    /** Longer than a meal and an empty battery; short enough for the list of who has no picture to be right at closing. */
    static final Duration CARD_AWAITED_MAX = Duration.ofHours(4);

    private final Clock clock;

    LateShots(Clock clock) {
        this.clock = clock;
    }

    /** Gives up what is older than {@link #CARD_AWAITED_MAX}; true if there was anything. */
    boolean giveUp(Handle handle) {
        Instant now = clock.instant();
        Instant oldest = now.minus(CARD_AWAITED_MAX);
        Shots shots = new Shots(handle);
        boolean any = false;
        for (Shot shot : shots.open()) {
            if (shot.state() == ShotState.LATE && shot.requestedAt().isBefore(oldest)) {
                Optional<Shot> lost = shots.happened(shot.shotId(), ShotEvent.CARD_NEVER_SEEN, Optional.empty(), now);
                lost.ifPresent(given -> journal(handle, given, now));
                any |= lost.isPresent();
            }
        }
        return any;
    }

    /** The state a shot has come to without anybody's doing, and why. */
    static void journal(Handle handle, Shot shot, Instant now) {
        JournalEntry entry = JournalEntry.of(
                        now, shot.sessionId(), "shot-" + shot.state().code())
                .number(shot.number())
                .with("shot", shot.shotId());
        new Journal(handle)
                .append(shot.cause()
                        .map(cause -> entry.with("cause", cause.code()))
                        .orElse(entry));
    }
}
