package caixiang.layouts.gang;

import java.util.OptionalInt;

/**
 * Deals people out to sheets and slots; both are counted from 0, and blank slots come last.
 *
 * @param people how many have a picture
 * @param slots on one sheet
 * @param copies of each picture
 */
public record GangDeal(GangOrder order, int people, int slots, int copies) {

    public GangDeal {
        if (people < 0 || slots < 1 || copies < 1) {
            throw new IllegalArgumentException(people + " people, " + slots + " slots, " + copies + " copies");
        }
    }

    /** Different sheets. */
    public int sheets() {
        return Math.toIntExact((items() + slots - 1) / slots);
    }

    /** How often each sheet is printed. */
    public int times() {
        return order == GangOrder.PILES ? copies : 1;
    }

    /** Whose picture lies there; empty for a blank. */
    public OptionalInt person(int sheet, int slot) {
        long item = switch (order) {
            case PILES -> (long) sheet * slots + slot;
            case STACK -> (long) slot * sheets() + sheet;
        };
        int each = order == GangOrder.PILES ? 1 : copies;
        return item < items() ? OptionalInt.of(Math.toIntExact(item / each)) : OptionalInt.empty();
    }

    private long items() {
        return order == GangOrder.PILES ? people : (long) people * copies;
    }
}
