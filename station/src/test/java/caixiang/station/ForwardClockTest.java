package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ForwardClockTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private Instant shown = NINE;
    private long nanos;
    private final ForwardClock clock = new ForwardClock(new Computer(), () -> nanos);

    @Test
    void itShowsWhatTheComputerShows() {
        pass(Duration.ofSeconds(90));

        assertEquals(NINE.plusSeconds(90), clock.instant());
    }

    @Test
    void whenTheComputersClockIsSetBackItGoesOnUntilItIsCaughtUpWith() {
        pass(Duration.ofMinutes(10));
        assertEquals(NINE.plusSeconds(600), clock.instant());

        shown = shown.minusSeconds(300);
        assertEquals(NINE.plusSeconds(600), clock.instant());
        pass(Duration.ofSeconds(60));
        assertEquals(NINE.plusSeconds(660), clock.instant(), "by the count of elapsed time");

        shown = shown.plusSeconds(301);
        assertEquals(NINE.plusSeconds(661), clock.instant(), "set right again");
        pass(Duration.ofSeconds(5));
        assertEquals(NINE.plusSeconds(666), clock.instant());
    }

    @Test
    void aClockSetForwardIsFollowed() {
        shown = shown.plusSeconds(3_600);

        assertEquals(NINE.plusSeconds(3_600), clock.instant());
    }

    @Test
    void afterARestartItGoesOnAfterTheNewestRecord() {
        assertFalse(clock.goesOnAfter(NINE.minusSeconds(1)), "the usual case");

        assertTrue(clock.goesOnAfter(NINE.plusSeconds(120)));

        assertEquals(NINE.plusSeconds(120).plusMillis(1), clock.instant());
        pass(Duration.ofSeconds(3));
        assertEquals(NINE.plusSeconds(123).plusMillis(1), clock.instant());
        pass(Duration.ofSeconds(200));
        shown = shown.plusSeconds(121);
        assertEquals(shown, clock.instant(), "caught up with");
    }

    @Test
    void aRecordOfTheFarFutureIsNotWaitedFor() {
        assertTrue(clock.goesOnAfter(NINE.plus(Duration.ofDays(3_650))));

        assertEquals(NINE, clock.instant());
    }

    private void pass(Duration time) {
        shown = shown.plus(time);
        nanos += time.toNanos();
    }

    private final class Computer extends Clock {
        @Override
        public Instant instant() {
            return shown;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
