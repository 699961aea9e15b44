package caixiang.layouts.gang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GangDealTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void inPilesASheetHoldsTheNextPeopleAndIsPrintedForEachCopy() {
        var deal = new GangDeal(GangOrder.PILES, 5, 4, 8);
        assertEquals(8, deal.times());
        assertEquals("[[0, 1, 2, 3], [4, -, -, -]]", table(deal));
    }

    /** Slot 0 of all sheets is the first pile, slot 1 the second: deep, then right, then down. */
    @Test
    void cutAndStackedThePilesFollowEachOtherAndBlanksComeLast() {
        var deal = new GangDeal(GangOrder.STACK, 5, 4, 2);
        assertEquals(1, deal.times());
        assertEquals("[[0, 1, 3, 4], [0, 2, 3, -], [1, 2, 4, -]]", table(deal));
    }

    @Test
    void nobodyNeedsNoSheet() {
        assertEquals(0, new GangDeal(GangOrder.STACK, 0, 25, 4).sheets());
        assertEquals(0, new GangDeal(GangOrder.PILES, 0, 25, 4).sheets());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everybodyIsThereExactlyAsOftenAsWanted(long seed) {
        GangDeal deal = deal(seed);
        int[] times = new int[deal.people()];
        for (int sheet = 0; sheet < deal.sheets(); sheet++) {
            for (int slot = 0; slot < deal.slots(); slot++) {
                deal.person(sheet, slot).ifPresent(person -> times[person] += deal.times());
            }
        }
        assertTrue(IntStream.of(times).allMatch(count -> count == deal.copies()), deal::toString);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStackedPilesAreInOrderWithTheBlanksAtTheEnd(long seed) {
        GangDeal deal = deal(seed);
        var stacked = new ArrayList<OptionalInt>();
        if (deal.order() == GangOrder.STACK) {
            for (int slot = 0; slot < deal.slots(); slot++) {
                for (int sheet = 0; sheet < deal.sheets(); sheet++) {
                    stacked.add(deal.person(sheet, slot));
                }
            }
        } else {
            for (int sheet = 0; sheet < deal.sheets(); sheet++) {
                for (int slot = 0; slot < deal.slots(); slot++) {
                    stacked.add(deal.person(sheet, slot));
                }
            }
        }
        int blanksFrom = stacked.indexOf(OptionalInt.empty());
        List<OptionalInt> people = blanksFrom < 0 ? stacked : stacked.subList(0, blanksFrom);
        assertFalse(people.contains(OptionalInt.empty()));
        assertTrue(stacked.subList(people.size(), stacked.size()).stream().allMatch(OptionalInt::isEmpty));
        int[] numbers = people.stream().mapToInt(OptionalInt::getAsInt).toArray();
        assertTrue(IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] <= numbers[i]), deal::toString);
    }

    private static GangDeal deal(long seed) {
        var random = new Random(seed);
        return new GangDeal(
                random.nextBoolean() ? GangOrder.PILES : GangOrder.STACK,
                random.nextInt(400),
                1 + random.nextInt(64),
                1 + random.nextInt(9));
    }

    private static String table(GangDeal deal) {
        return IntStream.range(0, deal.sheets())
                .mapToObj(sheet -> IntStream.range(0, deal.slots())
                        .mapToObj(slot -> deal.person(sheet, slot))
                        .map(person -> person.isPresent() ? "" + person.getAsInt() : "-")
                        .toList())
                .toList()
                .toString();
    }
}
