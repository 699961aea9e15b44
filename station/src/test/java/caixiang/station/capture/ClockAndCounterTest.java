package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.station.camera.CardObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two hints that are pure reckoning: what a camera's clock shows, and how its file names follow. */
final class ClockAndCounterTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Leads in seconds, newest first. */
    @ParameterizedTest(name = "leads {0} → lead {1}, spread {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                  | -    | 0
            3600                               | -    | 0
            3600 3600                          | -    | 0
            3600 3601 3600                     | 3600 | 1
            -20 -20 -20                        | -20  | 0
            3540 3600 3600 3601                | 3600 | 1
            3540 3541 3600 3600 3601           | 3600 | 1
            3540 3541 3540 3600 3600 3601 3600 | 3540 | 1
            3600 3610 3620 3630                | -    | 0
            0 10 20 30 40 50 60 70 70 70       | -    | 0
            """)
    void aClockIsMeasuredOnceThreeOfTheLastEightReadingsAgree(String leads, Long lead, long spread) {
        List<Duration> read = leads == null
                ? List.of()
                : Arrays.stream(leads.split(" "))
                        .map(Long::valueOf)
                        .map(Duration::ofSeconds)
                        .toList();

        CameraClock clock = CameraClock.of(read);

        assertEquals(Optional.ofNullable(lead).map(Duration::ofSeconds), clock.lead());
        assertEquals(Duration.ofSeconds(spread), clock.spread());
    }

    /** The shutter can have fired from noon to a minute later; the clock is 100 s ahead. */
    @ParameterizedTest(name = "the file says {0} s → {1}")
    @CsvSource({"100, KNOWN", "160, KNOWN", "162, KNOWN", "163, STEPPED", "98, KNOWN", "97, STEPPED"})
    void aClockThatSaysWhatCannotBeIsStepped(long fileSeconds, Exposure.State state) {
        var clock = new CameraClock(Optional.of(Duration.ofSeconds(100)), Duration.ZERO);
        var possible = new Case.Span(NOON, NOON.plusSeconds(60));

        assertEquals(
                state,
                Exposure.of(NOON.plusSeconds(fileSeconds), clock, possible).state());
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,             DSC_0001.JPG,  first
            DSC_0122.JPG,  DSC_0123.JPG,  follows
            DSC_0122.JPG,  DSC_0126.JPG,  gap3
            DSC_9999.JPG,  DSC_0001.JPG,  follows
            DSC_9999.JPG,  DSC_0000.JPG,  follows
            DSC_9997.JPG,  DSC_0002.JPG,  gap3
            DSC_0123.JPG,  DSC_0122.JPG,  behind
            DSC_0123.JPG,  DSC_0123.JPG,  restarted
            DSC_0123.JPG,  DSC_0001.JPG,  restarted
            DSC_0123.JPG,  DSC_7000.JPG,  restarted
            DSC_0123.JPG,  _DSC0124.JPG,  restarted
            capt0000.jpg,  capt0000.jpg,  restarted
            capt0007.jpg,  capt0000.jpg,  restarted
            IMG_0001.CR3,  portrait.jpg,  restarted
            P1000999.JPG,  P1001000.JPG,  follows
            """)
    void namesFollowOrSayNothing(String last, String now, String word) {
        Optional<CardObject> before = Optional.ofNullable(last).map(ClockAndCounterTest::file);

        assertEquals(word, FileCounter.of(before, file(now)).word());
    }

    private static CardObject file(String name) {
        return new CardObject("/store_00010001/DCIM/100ND750", name, 1, NOON);
    }
}
