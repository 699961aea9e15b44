package caixiang.sim.rehearsal;

import java.util.List;

/**
 * How the whole rehearsal went.
 *
 * @param problems what is wrong with the day as a whole rather than with one turn
 */
record RehearsalResult(List<Turn> turns, List<String> problems) {
    RehearsalResult {
        turns = List.copyOf(turns);
        problems = List.copyOf(problems);
    }

    boolean isVerified() {
        return !turns.isEmpty() && problems.isEmpty() && turns.stream().allMatch(Turn::isVerified);
    }
}
