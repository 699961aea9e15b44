package caixiang.station.store;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Makes ids that sort by the time they were made: UUID version 7 (RFC 9562 §5.7). May be used from any thread. A clock
 * that steps back does not make an id sort before an earlier one.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final Pattern VERSION_7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Clock clock;
    private final RandomGenerator random;
    private long last;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Lets every further id sort after this one, which an earlier run made. What is no id of version 7 is passed over.
     */
    public synchronized void after(String earlier) {
        if (VERSION_7.matcher(earlier).matches()) {
            long high = UUID.fromString(earlier).getMostSignificantBits();
            last = Math.max(last, (high >>> 16 << COUNTER_BITS) | (high & 0xfff));
        }
    }

    public synchronized String next() {
        // The 12 bits after the version count up within a millisecond and carry over into the time.
        last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
        long high = ((last >>> COUNTER_BITS) << 16) | 0x7000 | (last & 0xfff);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
