package caixiang.station.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShotStateTest {
    /** Spelled out, so that a change of the machine is a change here. */
    @ParameterizedTest(name = "{0} may become {1}")
    @CsvSource(delimiter = '|', textBlock = """
            REQUESTED | FIRED LATE FAILED REFUSED FILED
            FIRED     | LATE FAILED FILED
            LATE      | LOST FAILED FILED
            LOST      | FILED
            FAILED    | FILED
            REFUSED   | -
            FILED     | -
            """)
    void onlyTheDrawnTransitionsAreAllowed(ShotState from, String allowed) {
        StringBuilder found = new StringBuilder();
        for (ShotState next : ShotState.values()) {
            if (from.mayBecome(next)) {
                found.append(found.isEmpty() ? "" : " ").append(next);
            }
        }
        assertEquals(allowed, found.isEmpty() ? "-" : found.toString());
    }
}
