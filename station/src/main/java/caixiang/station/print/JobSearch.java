package caixiang.station.print;

import java.util.List;

/**
 * The jobs of one name.
 *
 * @param isComplete whether a job sent at that time would surely be among them: the printer has not been restarted since
 *     and remembers that far back
 */
public record JobSearch(List<JobReport> jobs, boolean isComplete) {
    public JobSearch {
        jobs = List.copyOf(jobs);
    }
}
