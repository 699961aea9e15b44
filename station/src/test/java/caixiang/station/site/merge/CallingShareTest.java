package caixiang.station.site.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CallingShareTest {
    private static final List<String> STATIONS = List.of("B", "A", "C");

    @Test
    void stationsThatLostTheSiteTogetherDoNotCallTheSamePerson() {
        Set<Integer> called = new TreeSet<>();
        for (String station : STATIONS) {
            var share = new CallingShare(station, STATIONS);
            List<Integer> waiting = new ArrayList<>(List.of(31, 32, 33, 34, 35, 36, 37, 38, 39));
            for (int i = 0; i < 3; i++) {
                int next = share.next(waiting, Set.of()).orElseThrow();
                assertTrue(called.add(next), next + " was called twice");
                waiting.remove((Integer) next);
            }
        }
        assertEquals(9, called.size());
    }

    @Test
    void thoseNobodyElseKnowsOfAreCalledFirst() {
        var share = new CallingShare("A", STATIONS);
        assertEquals(OptionalInt.of(9002), share.next(List.of(30, 31, 9002), Set.of(9002)));
        // One of another station's reserve waits like any other number.
        assertEquals(OptionalInt.of(30), share.next(List.of(30, 9021), Set.of(9002)));
    }

    @Test
    void theOthersShareIsCalledWhenNothingElseIsLeft() {
        assertEquals(OptionalInt.of(31), new CallingShare("A", STATIONS).next(List.of(31, 32), Set.of()));
        assertEquals(OptionalInt.empty(), new CallingShare("A", STATIONS).next(List.of(), Set.of()));
    }

    @Test
    void aStationThatKnowsNoOtherCallsInOrder() {
        assertEquals(OptionalInt.of(31), new CallingShare("A", List.of("A")).next(List.of(32, 31), Set.of()));
        assertEquals(OptionalInt.of(31), new CallingShare("A", List.of()).next(List.of(32, 31), Set.of()));
    }
}
