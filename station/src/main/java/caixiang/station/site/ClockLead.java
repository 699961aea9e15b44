package caixiang.station.site;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a station's clock is ahead of that of the site's database. Only for telling people: nothing is decided by it, for
 * what came first is told by the site's revisions.
 *
 * @param millis negative when the station's clock is behind
 * @param uncertaintyMillis half of the time that the question took
 */
public record ClockLead(long millis, long uncertaintyMillis) {
    private static final long ALLOWED_MILLIS = 2_000;
    private static final long UNCERTAINTY_MILLIS_MAX = 500;

    /**
     * From one question: that clock was read about in the middle of it.
     *
     * @param asked this station's clock when it asked
     * @param roundTrip until the answer was there
     * @param answered what the database's clock said
     */
    public static ClockLead of(Instant asked, Duration roundTrip, Instant answered) {
        Duration half = roundTrip.dividedBy(2);
        return new ClockLead(Duration.between(answered, asked.plus(half)).toMillis(), half.toMillis());
    }

    /** A slow answer says little. */
    public boolean isSharp() {
        return uncertaintyMillis <= UNCERTAINTY_MILLIS_MAX;
    }

    /** Whether somebody must set the clock. */
    public boolean isOff() {
        return isOff(millis);
    }

    static boolean isOff(long millis) {
        return Math.abs(millis) > ALLOWED_MILLIS;
    }
}
