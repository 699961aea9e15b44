package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.plan.Visit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** The line before the desks. Safe for use by several threads. */
final class Arrivals {
    private final Queue<Visit> coming;
    private int atDesks;

    Arrivals(List<Visit> visits) {
        coming = new ArrayDeque<>(visits);
    }

    /** The next in line steps up to a desk; call {@link #served} afterwards. */
    synchronized Optional<Visit> next() {
        Optional<Visit> visit = Optional.ofNullable(coming.poll());
        if (visit.isPresent()) {
            atDesks++;
        }
        return visit;
    }

    synchronized void served() {
        atDesks--;
    }

    /** Whether nobody comes any more and nobody is at a desk. */
    synchronized boolean areOver() {
        return coming.isEmpty() && atDesks == 0;
    }
}
