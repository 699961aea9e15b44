package caixiang.sim.printer;

import java.time.Instant;
import java.util.List;

/**
 * One piece of paper in the tray.
 *
 * @param number counts the sheets since the printer was started, from 1
 * @param jobNames what is on it: one, or two where jobs were merged
 */
public record PaperSheet(int number, List<String> jobNames, int widthHundredths, int heightHundredths, Instant at) {
    public PaperSheet {
        jobNames = List.copyOf(jobNames);
    }
}
