package caixiang.sim.printer;

import com.hp.jipp.model.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One job at one moment (RFC 8011 §5.3); a step of its life makes a new value.
 *
 * <pre>
 *   pending ──► processing ◄──► processing-stopped
 *      │             ├──► completed
 *      └─────────────┴──► canceled, aborted
 * </pre>
 *
 * @param closed no further document is awaited
 */
record Job(
        int id,
        JobTicket ticket,
        JobState state,
        List<String> reasons,
        Optional<ReceivedDocument> document,
        boolean closed,
        int sheetsCompleted,
        Times times) {

    record Times(Instant created, Optional<Instant> processing, Optional<Instant> completed) {}

    static Job created(int id, JobTicket ticket, Instant now) {
        return new Job(
                id,
                ticket,
                JobState.pending,
                List.of("job-incoming"),
                Optional.empty(),
                false,
                0,
                new Times(now, Optional.empty(), Optional.empty()));
    }

    boolean isOver() {
        return state.equals(JobState.completed) || state.equals(JobState.canceled) || state.equals(JobState.aborted);
    }

    boolean isReadyToPrint() {
        return state.equals(JobState.pending) && closed && document.isPresent();
    }

    Job with(ReceivedDocument received) {
        return new Job(id, ticket, state, reasons, Optional.of(received), closed, sheetsCompleted, times);
    }

    Job close() {
        return new Job(id, ticket, state, List.of("none"), document, true, sheetsCompleted, times);
    }

    Job printing(Instant now) {
        Optional<Instant> started = times.processing().or(() -> Optional.of(now));
        return moved(JobState.processing, "job-printing", new Times(times.created(), started, Optional.empty()));
    }

    Job stopped() {
        return moved(JobState.processingStopped, "printer-stopped", times);
    }

    Job sheetCompleted() {
        return new Job(id, ticket, state, reasons, document, closed, sheetsCompleted + 1, times);
    }

    Job over(JobState end, String reason, Instant now) {
        return moved(end, reason, new Times(times.created(), times.processing(), Optional.of(now)));
    }

    private Job moved(JobState to, String reason, Times at) {
        return new Job(id, ticket, to, List.of(reason), document, closed, sheetsCompleted, at);
    }
}
