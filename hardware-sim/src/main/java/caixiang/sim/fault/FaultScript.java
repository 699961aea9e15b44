package caixiang.sim.fault;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A list of fault rules being played. The same script and seed over the same events gives the same faults. */
final class FaultScript {
    private final List<FaultRule> rules;
    private final int[] seen;
    private final int[] struck;
    private final Random random;

    FaultScript(List<FaultRule> rules, long seed) {
        this.rules = List.copyOf(rules);
        this.seen = new int[rules.size()];
        this.struck = new int[rules.size()];
        this.random = new Random(seed);
    }

    /** The fault for this event, from the first rule that strikes. Every rule counts every event it covers. */
    Optional<Fault> next(String event) {
        Optional<Fault> fault = Optional.empty();
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (!rule.covers(event)) {
                continue;
            }
            seen[i]++;
            boolean due = seen[i] >= rule.nth() && struck[i] < rule.times();
            if (fault.isEmpty() && due && random.nextDouble() < rule.chance()) {
                struck[i]++;
                fault = Optional.of(rule.fault());
            }
        }
        return fault;
    }
}
