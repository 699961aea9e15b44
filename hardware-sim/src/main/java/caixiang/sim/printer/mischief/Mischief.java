package caixiang.sim.printer.mischief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script of misdeeds being played. Safe for use by several threads: the engine asks, the control port replaces. */
public final class Mischief {
    private List<MisdeedRule> rules = List.of();
    private int jobs;

    /** Plays the script from its beginning instead of the one before. */
    public synchronized void play(List<MisdeedRule> script) {
        rules = List.copyOf(script);
        jobs = 0;
    }

    /** The next job that is printed goes wrong, besides what the script has for others. */
    public synchronized void befallNext(Misdeed misdeed) {
        List<MisdeedRule> more = new ArrayList<>(rules);
        more.removeIf(rule -> rule.job() == jobs + 1);
        more.add(new MisdeedRule(jobs + 1, misdeed));
        rules = List.copyOf(more);
    }

    /** A job begins to be printed: what befalls it, if anything. */
    public synchronized Optional<Misdeed> onJob() {
        jobs++;
        return rules.stream()
                .filter(rule -> rule.job() == jobs)
                .map(MisdeedRule::misdeed)
                .findFirst();
    }
}
