package caixiang.station.print;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a printer says of a job.
 *
 * @param reasons job-state-reasons (RFC 8011 §5.3.8), without {@code none}
 * @param isEmpty the printer says that it has no document of this job, so that nothing of it can be printed
 * @param sheets job-media-sheets-completed (RFC 8011 §5.3.18.3), where the printer counts
 */
public record JobReport(
        int jobId, String jobName, JobState state, List<String> reasons, boolean isEmpty, OptionalInt sheets) {
    public JobReport {
        reasons = List.copyOf(reasons);
    }
}
