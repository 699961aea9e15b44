package caixiang.station.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
                int next = share.inOrder(waiting, Set.of()).get(0);
                assertTrue(called.add(next), next + " was called twice");
                waiting.remove((Integer) next);
            }
        }
        assertEquals(9, called.size());
    }

    @Test
    void thoseNobodyElseKnowsOfAreCalledFirst() {
        var share = new CallingShare("A", STATIONS);
        assertEquals(List.of(9002, 30, 31), share.inOrder(List.of(30, 31, 9002), Set.of(9002)));
        // One of another station's reserve waits like any other number.
        assertEquals(List.of(30, 9021, 9020), share.inOrder(List.of(9020, 30, 9021), Set.of()));
    }

    @Test
    void theOthersShareIsCalledWhenNothingElseIsLeft() {
        assertEquals(List.of(31, 32), new CallingShare("A", STATIONS).inOrder(List.of(31, 32), Set.of()));
    }

    @Test
    void aStationThatKnowsNoOtherCallsInOrder() {
        assertEquals(List.of(32, 31), new CallingShare("A", List.of("A")).inOrder(List.of(32, 31), Set.of()));
        assertEquals(List.of(32, 31), new CallingShare("A", List.of()).inOrder(List.of(32, 31), Set.of()));
    }
}
