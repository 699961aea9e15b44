package caixiang.layouts.gang;

import java.util.Locale;
import java.util.Optional;

/** How the pictures of many people follow each other. */
public enum GangOrder {
    /** Each slot of a sheet is another person, and the sheet is printed once for each copy: a cut pile is one person. */
    PILES,

    /** Cut and stack: the piles, laid one on the other, hold all pictures in the order of their numbers. */
    STACK;

    public static Optional<GangOrder> of(String word) {
        for (GangOrder order : values()) {
            if (order.word().equals(word)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
