package caixiang.station.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TurnsTest {
    @ParameterizedTest(name = "current {0}, waiting {1}, {2} → current {3}, waiting {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - |       | in 1 | 1 |
            1 |       | in 2 | 1 | 2
            1 | 2     | in 3 | 1 | 2 3
            - | 4     | in 5 | 4 | 5
            1 | 2 3   | next | 2 | 3
            1 |       | next | - |
            - |       | next | - |
            - | 7 8   | next | 7 | 8
            """)
    void theQueueFollowsTheRules(Integer current, String waiting, String event, Integer then, String thenWaiting) {
        Turns turns = new Turns(optional(current), numbers(waiting));

        Turns after = event.equals("next") ? turns.next() : turns.checkIn(Integer.parseInt(event.substring(3)));

        assertEquals(new Turns(optional(then), numbers(thenWaiting)), after);
    }

    @Test
    void whoeverWasGivenBackToTheQueueIsCalledFirst() {
        Turns turns = new Turns(OptionalInt.of(1), List.of(9, 2, 5));

        assertEquals(new Turns(OptionalInt.of(9), List.of(2, 5)), turns.next());
    }

    @Test
    void nobodyCanBeCurrentAndWait() {
        assertThrows(IllegalArgumentException.class, () -> new Turns(OptionalInt.of(2), List.of(2, 3)));
    }

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static List<Integer> numbers(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }
}
