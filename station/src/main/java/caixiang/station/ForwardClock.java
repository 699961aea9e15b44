package caixiang.station;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The computer's clock, which may be set back at any time, as one that only goes forward: who was current when must stay
 * in order. When the computer's clock is set back this one goes on by the count of elapsed time until it is caught up
 * with; a clock set forward is followed. May be used from any thread.
 */
final class ForwardClock extends Clock {
    private static final Logger log = LoggerFactory.getLogger(ForwardClock.class);

    /** What the adjustments of a time server amount to is nothing to write home about. */
    private static final Duration TOLD = Duration.ofSeconds(2);

    /** Records from farther in the future are of a clock that was wrong then, and nothing to wait for. */
    private static final Duration SET_BACK_MAX = Duration.ofHours(24);

    private final Clock computer;
    private final LongSupplier nanos;
    private Instant last;
    private long lastNanos;
    private boolean isAhead;

    ForwardClock(Clock computer, LongSupplier nanos) {
        this.computer = computer;
        this.nanos = nanos;
        this.last = computer.instant();
        this.lastNanos = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        long nowNanos = nanos.getAsLong();
        Instant counted = last.plusNanos(Math.max(0, nowNanos - lastNanos));
        Instant shown = computer.instant();
        tell(Duration.between(shown, counted));
        boolean isSetBack = shown.isBefore(last) || (isAhead && shown.isBefore(counted));
        isAhead = isSetBack;
        last = isSetBack ? counted : shown;
        lastNanos = nowNanos;
        return last;
    }

    private void tell(Duration ahead) {
        if (!isAhead && ahead.compareTo(TOLD) > 0) {
            log.warn("the computer's clock was set back by {} s; the records go on in order", ahead.toSeconds());
        }
    }

    /**
     * What is on record already lies before everything that comes.
     *
     * @return whether the computer's clock was set back since, or is wrong by more than a day and this is in vain
     */
    synchronized boolean goesOnAfter(Instant recorded) {
        Duration behind = Duration.between(instant(), recorded);
        if (behind.isNegative() || behind.isZero()) {
            return false;
        }
        if (behind.compareTo(SET_BACK_MAX) > 0) {
            log.error(
                    "电脑时间不对 the newest record is of {}, {} h in the future; set the computer's clock right",
                    recorded,
                    behind.toHours());
            return true;
        }
        log.warn("电脑时间被调回 the computer's clock is {} s behind the newest record; set it right", behind.toSeconds());
        last = recorded.plusMillis(1);
        isAhead = true;
        return true;
    }

    @Override
    public ZoneId getZone() {
        return computer.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ForwardClock(computer.withZone(zone), nanos);
    }
}
