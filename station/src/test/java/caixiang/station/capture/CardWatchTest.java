package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the station compares the card by itself. */
final class CardWatchTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final CardWatch watch = new CardWatch();

    @Test
    void aCameraThatWasNotUsedIsLeftAlone() {
        assertFalse(watch.begin(START.plus(Duration.ofHours(3))));
    }

    @Test
    void inDoubtAShortPauseIsEnoughAndOneComparisonToo() {
        watch.used(START);
        watch.doubt();
        Instant quiet = START.plus(CardWatch.PAUSE_IN_DOUBT);
        assertFalse(watch.begin(quiet.minusMillis(1)));
        assertTrue(watch.begin(quiet));
        assertFalse(watch.begin(quiet.plusSeconds(60)), "one at a time");
        watch.ended(true, quiet);
        assertFalse(watch.begin(quiet.plus(CardWatch.PAUSE)));
    }

    @Test
    void withoutDoubtTheCardIsComparedOnceInALongPause() {
        watch.used(START);
        assertFalse(watch.begin(START.plus(CardWatch.PAUSE).minusMillis(1)));
        assertTrue(watch.begin(START.plus(CardWatch.PAUSE)));
        watch.ended(true, START.plus(CardWatch.PAUSE));
        assertFalse(watch.begin(START.plus(Duration.ofHours(1))));
    }

    @Test
    void whoeverPressesAgainIsNotDisturbed() {
        watch.used(START);
        watch.doubt();
        watch.used(START.plusSeconds(29));
        assertFalse(watch.begin(START.plusSeconds(31)));
        assertTrue(watch.begin(START.plusSeconds(59)));
        watch.used(START.plusSeconds(60));
        watch.ended(true, START.plusSeconds(59));
        assertFalse(watch.begin(START.plusSeconds(61)));
        assertTrue(watch.begin(START.plusSeconds(90)), "the press came after the card was read");
    }

    @Test
    void aCameraThatDoesNotAnswerIsAskedThreeTimesAndAgainAfterTheNextPress() {
        watch.used(START);
        watch.doubt();
        Instant now = START;
        for (int attempt = 0; attempt < CardWatch.ATTEMPTS_MAX; attempt++) {
            now = now.plus(CardWatch.PAUSE_IN_DOUBT);
            assertTrue(watch.begin(now));
            watch.ended(false, now);
            assertFalse(watch.begin(now.plusSeconds(1)), "a pause between attempts");
        }
        assertFalse(watch.begin(now.plus(Duration.ofHours(1))));
        watch.used(now);
        assertTrue(watch.begin(now.plus(CardWatch.PAUSE_IN_DOUBT)));
    }
}
