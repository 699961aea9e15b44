package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What Get-Job-Attributes and Get-Jobs tell of a job (RFC 8011 §5.3). Times are seconds of printer-up-time. */
final class JobAttributes {
    private final URI printerUri;
    private final Supplier<Instant> poweredOn;

    JobAttributes(URI printerUri, Supplier<Instant> poweredOn) {
        this.printerUri = printerUri;
        this.poweredOn = poweredOn;
    }

    List<Attribute<?>> identity(Job job) {
        return List.of(Types.jobId.of(job.id()), Types.jobUri.of(uri(job)));
    }

    /** What every operation that makes or changes a job answers (RFC 8011 §4.2.1.2). */
    List<Attribute<?>> status(Job job) {
        List<Attribute<?>> attributes = new ArrayList<>(identity(job));
        attributes.add(Types.jobState.of(job.state()));
        attributes.add(Types.jobStateReasons.of(job.reasons()));
        return attributes;
    }

    List<Attribute<?>> description(Job job, Instant now) {
        List<Attribute<?>> attributes = new ArrayList<>(status(job));
        attributes.add(Types.jobPrinterUri.of(printerUri));
        attributes.add(Types.jobName.of(job.ticket().name()));
        attributes.add(Types.jobOriginatingUserName.of(job.ticket().user()));
        attributes.add(Types.timeAtCreation.of(upTime(job.times().created())));
        attributes.add(optionalTime(Types.timeAtProcessing, job.times().processing()));
        attributes.add(optionalTime(Types.timeAtCompleted, job.times().completed()));
        attributes.add(Types.jobPrinterUpTime.of(upTime(now)));
        attributes.add(Types.numberOfDocuments.of(job.document().isPresent() ? 1 : 0));
        long bytes = job.document().map(ReceivedDocument::bytes).orElse(0L);
        attributes.add(Types.jobKOctets.of((int) ((bytes + 1023) / 1024)));
        attributes.add(Types.jobMediaSheets.of(job.ticket().copies()));
        attributes.add(Types.jobMediaSheetsCompleted.of(job.sheetsCompleted()));
        attributes.add(Types.jobImpressionsCompleted.of(job.sheetsCompleted()));
        return attributes;
    }

    private URI uri(Job job) {
        return URI.create(printerUri + "/jobs/" + job.id());
    }

    private Attribute<?> optionalTime(IntType type, Optional<Instant> time) {
        return time.<Attribute<?>>map(at -> type.of(upTime(at))).orElseGet(type::noValue);
    }

    /** At least 1, as printer-up-time demands (RFC 8011 §5.4.29). */
    int upTime(Instant at) {
        return (int) Math.max(1, Duration.between(poweredOn.get(), at).toSeconds() + 1);
    }
}
