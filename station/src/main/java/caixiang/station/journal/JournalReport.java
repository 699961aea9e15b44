package caixiang.station.journal;

import java.util.List;

/**
 * What the check has seen.
 *
 * @param rows in the database
 * @param lastHash of the newest row in the database; 64 zeros when there is none
 * @param findings at most {@link JournalCheck#FINDINGS_MAX}, the first of each place
 */
public record JournalReport(long rows, String lastHash, List<Finding> findings) {
    public JournalReport {
        findings = List.copyOf(findings);
    }
}
