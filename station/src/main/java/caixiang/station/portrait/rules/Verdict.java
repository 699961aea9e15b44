package caixiang.station.portrait.rules;

import java.util.Comparator;
import java.util.List;

/**
 * What a pack says of a portrait.
 *
 * @param findings in the pack's order; a rule whose measure could not be taken has none
 */
public record Verdict(String pack, int version, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** The worst of all. */
    public Level level() {
        return findings.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.WARN);
    }
}
