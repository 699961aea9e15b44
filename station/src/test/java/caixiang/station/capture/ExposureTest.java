package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.station.sitting.ShotState;
import caixiang.station.store.Shot;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExposureTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Two presses, 12 s apart; the camera's clock is ahead by the leads, in seconds; the file says a time. */
    @ParameterizedTest(name = "leads {0}, file at {1} s → shots {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3600           | 3600 | first
            3600           | 3612 | second
            3600           | 3614 | second
            3600           | 3606 | -
            -20            | -20  | first
            3600 3601 3600 | 3613 | second
            3600 3700      | 3600 | -
            -              | 0    | -
            """)
    void onlyTheShotThatWasAskedForAtThatTimeMatches(String leads, long fileSeconds, String expected) {
        List<Duration> known = leads == null
                ? List.of()
                : Arrays.stream(leads.split(" "))
                        .map(Long::valueOf)
                        .map(Duration::ofSeconds)
                        .toList();
        List<Shot> shots = List.of(shot("first", NOON), shot("second", NOON.plusSeconds(12)));

        List<Shot> matching = Exposure.of(NOON.plusSeconds(fileSeconds), known).matching(shots);

        assertEquals(
                expected == null ? List.of() : List.of(expected),
                matching.stream().map(Shot::shotId).toList());
    }

    private static Shot shot(String id, Instant requested) {
        return new Shot(
                id,
                "a",
                id,
                OptionalInt.of(1),
                "api",
                Optional.of("6012345"),
                ShotState.LATE,
                Optional.empty(),
                requested);
    }
}
