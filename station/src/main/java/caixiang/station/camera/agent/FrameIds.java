package caixiang.station.camera.agent;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes names for spooled frames: UUIDs of version 7 (RFC 9562 §5.7), which sort by time. Confined to one thread. */
final class FrameIds {
    private final Clock clock;
    private final RandomGenerator random;

    FrameIds(Clock clock) {
        this(clock, new SecureRandom());
    }

    FrameIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    String next() {
        long version = 7L << 12;
        long variant = 0b10L << 62;
        long high = clock.millis() << 16 | version | (random.nextLong() & 0xFFF);
        long low = variant | (random.nextLong() >>> 2);
        return new UUID(high, low).toString();
    }
}
