package caixiang.station.sitting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whose turn it is at one station: at most one number is current, the others wait in their order, for this station or any
 * other.
 *
 * <pre>
 *   checked in ──► waiting ──next──► current ──next──► done
 *        └── nobody is current ────────▲
 * </pre>
 */
public record Turns(OptionalInt current, List<Integer> waiting) {

    public Turns {
        waiting = List.copyOf(new LinkedHashSet<>(waiting));
        if (current.isPresent() && waiting.contains(current.getAsInt())) {
            throw new IllegalArgumentException("number " + current.getAsInt() + " cannot wait while it is current");
        }
    }

    /** A new number waits, or is current at once when nobody is. */
    public Turns checkIn(int number) {
        if (current.isEmpty() && waiting.isEmpty()) {
            return new Turns(OptionalInt.of(number), waiting);
        }
        List<Integer> more = new ArrayList<>(waiting);
        more.add(number);
        Turns turns = new Turns(current, more);
        return current.isEmpty() ? turns.next() : turns;
    }

    /** The current number is done and the first waiting one is current; with nobody waiting, nobody is. */
    public Turns next() {
        if (waiting.isEmpty()) {
            return new Turns(OptionalInt.empty(), List.of());
        }
        return new Turns(OptionalInt.of(waiting.get(0)), waiting.subList(1, waiting.size()));
    }
}
