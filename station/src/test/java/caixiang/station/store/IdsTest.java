package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");

    @Test
    void anIdIsAUuidOfVersionSevenWithItsTime() {
        UUID id = UUID.fromString(new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1)).next());

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void idsSortInTheOrderTheyWereMadeAlsoWhenTheClockStandsStill() {
        Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }

        assertEquals(made.stream().sorted().distinct().toList(), made);
    }

    @Test
    void aClockThatStepsBackDoesNotReorder() {
        SteppingClock clock = new SteppingClock();
        Ids ids = new Ids(clock, new Random(1));
        String before = ids.next();
        clock.now = NOW.minusSeconds(3600);

        assertTrue(ids.next().compareTo(before) > 0);
    }

    private static final class SteppingClock extends Clock {
        private Instant now = NOW;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** The clock is set back between two runs of the program: what is filed later still sorts later. */
    @Test
    void idsGoOnAfterThoseOfAnEarlierRunThoughTheClockWasSetBack() {
        Clock yesterday = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
        Clock today = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        String before = new Ids(today, new Random(1)).next();

        Ids again = new Ids(yesterday, new Random(2));
        again.after(before);
        again.after("shot-1");

        String next = again.next();
        assertTrue(before.compareTo(next) < 0, before + " " + next);
    }
}
