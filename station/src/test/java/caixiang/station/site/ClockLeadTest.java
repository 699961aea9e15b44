package caixiang.station.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockLeadTest {
    private static final Instant ASKED = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void theOtherClockWasReadInTheMiddleOfTheExchange() {
        ClockLead lead = ClockLead.of(ASKED, Duration.ofMillis(80), ASKED.plusMillis(40));
        assertEquals(new ClockLead(0, 40), lead);
        assertEquals(
                540,
                ClockLead.of(ASKED, Duration.ofMillis(80), ASKED.minusMillis(500))
                        .millis());
        assertEquals(
                -460,
                ClockLead.of(ASKED, Duration.ofMillis(80), ASKED.plusMillis(500))
                        .millis());
    }

    @Test
    void twoSecondsAreAllowedInEitherDirection() {
        assertFalse(new ClockLead(2_000, 1).isOff());
        assertFalse(new ClockLead(-2_000, 1).isOff());
        assertTrue(new ClockLead(2_001, 1).isOff());
        assertTrue(new ClockLead(-2_001, 1).isOff());
        assertTrue(new ClockLead(Duration.ofDays(9_000).toMillis(), 1).isOff());
    }

    @Test
    void aSlowAnswerSaysLittle() {
        assertTrue(ClockLead.of(ASKED, Duration.ofSeconds(1), ASKED).isSharp());
        assertFalse(ClockLead.of(ASKED, Duration.ofMillis(1_002), ASKED).isSharp());
    }
}
