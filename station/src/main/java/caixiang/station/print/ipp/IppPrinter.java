package caixiang.station.print.ipp;

import caixiang.station.print.JobReport;
import caixiang.station.print.JobSearch;
import caixiang.station.print.PrintOrder;
import caixiang.station.print.Printer;
import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import caixiang.station.print.PrinterReport;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A printer that speaks IPP 1.1 or later (RFC 8011), found by its address. Confined to the printer's thread. */
public final class IppPrinter implements Printer {
    private static final Logger log = LoggerFactory.getLogger(IppPrinter.class);
    private static final String USER = "caixiang";
    private static final int IPP_2_0 = 0x0200;
    private static final int IPP_1_1 = 0x0101;
    private static final int JOBS_MAX = 1000;
    private static final Duration CAPABILITIES_GOOD_FOR = Duration.ofSeconds(60);

    private final URI uri;
    private final IppConnection connection;
    private final Clock clock;
    private int version = IPP_2_0;
    private int lastRequestId;
    private @Nullable PrinterCapabilities capabilities;
    private Instant capabilitiesAt = Instant.MIN;

    /**
     * Asks nothing yet.
     *
     * @throws IllegalArgumentException if the address is not {@code ipp://HOST[:PORT]/PATH} or {@code ipps://…}
     */
    public IppPrinter(URI uri, Clock clock) {
        this(uri, Optional.empty(), clock);
    }

    /**
     * The same for a printer that signed its own certificate.
     *
     * @param fingerprint of that certificate, SHA-256 in hex
     */
    public IppPrinter(URI uri, Optional<String> fingerprint, Clock clock) {
        this.uri = uri;
        this.clock = clock;
        this.connection = new IppConnection(uri, fingerprint, IppConnection.Limits.usual());
    }

    @Override
    public String name() {
        return uri.getAuthority();
    }

    @Override
    public PrinterReport report() throws PrinterException {
        IppPacket reply = ask(
                IppPacket.getPrinterAttributes(
                        uri,
                        Types.printerState,
                        Types.printerStateReasons,
                        Types.printerIsAcceptingJobs,
                        Types.printerInputTray,
                        Types.printerSupply,
                        SupplyLevels.MARKER_MESSAGE),
                Optional.empty());
        PrinterState state = reply.getValue(Tag.printerAttributes, Types.printerState);
        if (state == null) {
            throw new PrinterException(PrinterFault.GARBLED, uri + " does not tell its printer-state");
        }
        List<String> reasons = JobReports.reasons(reply.getStrings(Tag.printerAttributes, Types.printerStateReasons));
        boolean accepting = !Boolean.FALSE.equals(reply.getValue(Tag.printerAttributes, Types.printerIsAcceptingJobs));
        OptionalInt sheetsLeft = Optional.ofNullable(reply.get(Tag.printerAttributes))
                .map(SupplyLevels::sheetsLeft)
                .orElseGet(OptionalInt::empty);
        return new PrinterReport(state(state), reasons, accepting, sheetsLeft);
    }

    @Override
    public int submit(PrintOrder order, JobCreated created) throws PrinterException {
        try {
            PrinterCapabilities known = capabilities();
            List<Attribute<?>> jobAttributes = known.jobAttributes(order);
            return known.canCreateJobs()
                    ? createAndSend(order, jobAttributes, created)
                    : validateAndPrint(order, jobAttributes, created);
        } catch (PrinterException e) {
            // Somebody may have just put in other paper.
            capabilities = null;
            throw e;
        }
    }

    /** Nothing is printed before Send-Document, so a lost answer to Create-Job is no doubt about paper. */
    private int createAndSend(PrintOrder order, List<Attribute<?>> jobAttributes, JobCreated created)
            throws PrinterException {
        IppPacket reply;
        try {
            reply = ask(job(IppPacket.createJob(uri), order, jobAttributes), Optional.empty());
        } catch (PrinterException e) {
            throw e.fault().isUncertain() ? new PrinterException(PrinterFault.BUSY, "no job was made", e) : e;
        }
        int jobId = jobId(reply);
        try {
            IppAnswers.checkNothingEssentialIgnored(reply);
            created.jobCreated(jobId);
        } catch (PrinterException e) {
            cancelEmpty(jobId);
            throw e;
        }
        IppPacket.Builder send = IppPacket.sendDocument(uri, jobId);
        send.putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.documentName.of(order.jobName()),
                Types.documentFormat.of(PrinterCapabilities.PDF),
                Types.lastDocument.of(true));
        try {
            ask(send, Optional.of(order.pdf()));
        } catch (PrinterException e) {
            if (!e.fault().isUncertain()) {
                cancelEmpty(jobId);
            }
            throw e;
        }
        return jobId;
    }

    private int validateAndPrint(PrintOrder order, List<Attribute<?>> jobAttributes, JobCreated created)
            throws PrinterException {
        IppPacket.Builder validate = job(IppPacket.validateJob(uri), order, jobAttributes);
        validate.putOperationAttributes(Types.documentFormat.of(PrinterCapabilities.PDF));
        IppAnswers.checkNothingEssentialIgnored(ask(validate, Optional.empty()));
        IppPacket.Builder print = job(IppPacket.printJob(uri), order, jobAttributes);
        print.putOperationAttributes(Types.documentFormat.of(PrinterCapabilities.PDF));
        int jobId = jobId(ask(print, Optional.of(order.pdf())));
        created.jobCreated(jobId);
        return jobId;
    }

    private static IppPacket.Builder job(
            IppPacket.Builder request, PrintOrder order, List<Attribute<?>> jobAttributes) {
        request.putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.jobName.of(order.jobName()),
                Types.ippAttributeFidelity.of(true));
        request.putJobAttributes(jobAttributes);
        return request;
    }

    private void cancelEmpty(int jobId) {
        try {
            cancel(jobId);
        } catch (PrinterException e) {
            log.warn(
                    "job {} has no document and could not be cancelled; the printer gives it up: {}",
                    jobId,
                    e.getMessage());
        }
    }

    @Override
    public JobReport job(int jobId) throws PrinterException {
        return JobReports.only(ask(IppPacket.getJobAttributes(uri, jobId, JobReports.ATTRIBUTES), Optional.empty()));
    }

    @Override
    public JobSearch find(String jobName, Instant sentAt) throws PrinterException {
        List<AttributeGroup> jobs =
                new ArrayList<>(JobReports.groups(jobs("not-completed")).toList());
        boolean isComplete;
        try {
            List<AttributeGroup> finished = JobReports.groups(jobs("completed")).toList();
            jobs.addAll(finished);
            isComplete = finished.size() < JOBS_MAX && PrinterMemory.reachesBack(upTime(), jobs, age(sentAt));
        } catch (PrinterException e) {
            if (e.fault().isPassing()) {
                throw e;
            }
            isComplete = false;
        }
        // A job that ends between the two questions is in both answers; the later one counts.
        Map<Integer, JobReport> named = new LinkedHashMap<>();
        jobs.stream()
                .flatMap(group -> JobReports.of(group).stream())
                .filter(report -> report.jobName().equals(jobName))
                .forEach(report -> named.put(report.jobId(), report));
        return new JobSearch(List.copyOf(named.values()), isComplete);
    }

    private IppPacket jobs(String which) throws PrinterException {
        IppPacket.Builder request = IppPacket.getJobs(uri, JobReports.ATTRIBUTES);
        request.putOperationAttributes(Types.whichJobs.of(which), Types.limit.of(JOBS_MAX));
        return ask(request, Optional.empty());
    }

    private Optional<Duration> upTime() throws PrinterException {
        IppPacket reply = ask(IppPacket.getPrinterAttributes(uri, Types.printerUpTime), Optional.empty());
        return Optional.ofNullable(reply.getValue(Tag.printerAttributes, Types.printerUpTime))
                .map(Duration::ofSeconds);
    }

    private Duration age(Instant at) {
        return Duration.between(at, clock.instant());
    }

    @Override
    public void cancel(int jobId) throws PrinterException {
        IppPacket.Builder request = IppPacket.cancelJob(uri, jobId);
        request.putOperationAttributes(Types.requestingUserName.of(USER));
        try {
            ask(request, Optional.empty());
        } catch (PrinterException e) {
            if (e.fault() != PrinterFault.REFUSED && e.fault() != PrinterFault.JOB_UNKNOWN) {
                throw e;
            }
        }
    }

    private PrinterCapabilities capabilities() throws PrinterException {
        PrinterCapabilities known = capabilities;
        if (known == null || age(capabilitiesAt).compareTo(CAPABILITIES_GOOD_FOR) > 0) {
            IppPacket reply =
                    ask(IppPacket.getPrinterAttributes(uri, PrinterCapabilities.ATTRIBUTES), Optional.empty());
            AttributeGroup group = reply.get(Tag.printerAttributes);
            if (group == null) {
                throw new PrinterException(PrinterFault.GARBLED, uri + " tells nothing about itself");
            }
            known = new PrinterCapabilities(group);
            capabilities = known;
            capabilitiesAt = clock.instant();
        }
        return known;
    }

    /** One request, at the version the printer understands; a refused version was not carried out. */
    private IppPacket ask(IppPacket.Builder request, Optional<Path> document) throws PrinterException {
        String what = String.valueOf(request.getOperation());
        IppPacket reply = connection.exchange(numbered(request), document);
        if (IppAnswers.isVersionRefused(reply) && version != IPP_1_1) {
            version = IPP_1_1;
            reply = connection.exchange(numbered(request), document);
        }
        IppAnswers.checkSuccessful(reply, what);
        return reply;
    }

    private IppPacket numbered(IppPacket.Builder request) {
        lastRequestId = lastRequestId == Integer.MAX_VALUE ? 1 : lastRequestId + 1;
        request.setVersionNumber(version);
        request.setRequestId(lastRequestId);
        return request.build();
    }

    private static int jobId(IppPacket reply) throws PrinterException {
        Integer jobId = reply.getValue(Tag.jobAttributes, Types.jobId);
        if (jobId == null) {
            throw new PrinterException(PrinterFault.GARBLED, "the printer made a job without an id");
        }
        return jobId;
    }

    private static PrinterReport.State state(PrinterState state) {
        return switch (state.getCode()) {
            case 4 -> PrinterReport.State.PROCESSING;
            case 5 -> PrinterReport.State.STOPPED;
            default -> PrinterReport.State.IDLE;
        };
    }
}
