package caixiang.sim.printer;

import java.util.List;
import java.util.Optional;

/**
 * A job as the control port and tests see it.
 *
 * @param state IPP job-state keyword
 * @param sha256 of the document, in lower-case hex; empty until it has arrived
 */
public record PrintedJob(int jobId, String name, String state, List<String> reasons, Optional<String> sha256) {

    static PrintedJob of(Job job) {
        return new PrintedJob(
                job.id(),
                job.ticket().name(),
                job.state().getName(),
                job.reasons(),
                job.document().map(ReceivedDocument::sha256));
    }
}
