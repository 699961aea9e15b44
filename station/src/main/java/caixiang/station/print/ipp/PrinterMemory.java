package caixiang.station.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a printer's list of jobs reaches back to some moment. Its clock is printer-up-time, in whole seconds. */
final class PrinterMemory {
    /** Both clocks are rounded, and the request took its time. */
    private static final Duration ROUNDING = Duration.ofSeconds(3);
    /** Printers keep finished jobs for some minutes at least; a younger job is not forgotten yet. */
    private static final Duration SURELY_KEPT = Duration.ofSeconds(60);

    private PrinterMemory() {}

    /** False when the printer was restarted since, or may have dropped jobs as old as that. */
    static boolean reachesBack(Optional<Duration> upTime, List<AttributeGroup> jobs, Duration age) {
        if (upTime.isEmpty() || upTime.get().compareTo(age.plus(ROUNDING)) < 0) {
            return false;
        }
        if (age.compareTo(SURELY_KEPT) < 0) {
            return true;
        }
        long moment = upTime.get().minus(age).minus(ROUNDING).toSeconds();
        return jobs.stream()
                .map(job -> job.getValue(Types.timeAtCreation))
                .anyMatch(created -> created != null && created <= moment);
    }
}
