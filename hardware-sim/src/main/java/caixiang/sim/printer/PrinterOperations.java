package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations the printer knows, as a table; operations-supported is told from the same table. Used by several HTTP
 * threads; all state is in the queue.
 */
final class PrinterOperations {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterOperations.class);

    /** One operation. The stream stands at the first byte of the document. */
    private interface Handler {
        IppPacket.Builder answer(IppPacket request, InputStream document) throws IOException, IppRefusal;
    }

    private final Map<Operation, Handler> table = new LinkedHashMap<>();
    private final JobQueue queue;
    private final DocumentFolder folder;
    private final PrinterAttributes printer;
    private final JobAttributes jobAttributes;
    private final Clock clock;

    PrinterOperations(PrinterOptions options, URI uri, JobQueue queue, DocumentFolder folder, Clock clock) {
        this.queue = queue;
        this.folder = folder;
        this.clock = clock;
        table.put(Operation.printJob, this::printJob);
        table.put(Operation.validateJob, this::validateJob);
        table.put(Operation.createJob, this::createJob);
        table.put(Operation.sendDocument, this::sendDocument);
        table.put(Operation.cancelJob, this::cancelJob);
        table.put(Operation.getJobAttributes, this::getJobAttributes);
        table.put(Operation.getJobs, this::getJobs);
        table.put(Operation.getPrinterAttributes, this::getPrinterAttributes);
        table.put(Operation.cancelMyJobs, this::cancelMyJobs);
        table.put(Operation.closeJob, this::closeJob);
        table.put(Operation.identifyPrinter, this::identifyPrinter);
        this.printer = new PrinterAttributes(options, uri, queue::poweredOn, table.keySet());
        this.jobAttributes = new JobAttributes(uri, queue::poweredOn);
    }

    /** Answers any well-formed message, with a refusal if need be. Fails only when the disk or the connection does. */
    IppPacket answer(IppPacket request, InputStream document) throws IOException {
        try {
            RequestRules.check(request);
            Handler handler = table.get(request.getOperation());
            if (handler == null) {
                throw new IppRefusal(
                        Status.serverErrorOperationNotSupported, request.getOperation() + " is not supported");
            }
            return RequestRules.complete(handler.answer(request, document), request);
        } catch (IppRefusal refusal) {
            LOG.info("{} refused: {} ({})", request.getOperation(), refusal.status(), refusal.getMessage());
            IppPacket.Builder reply = new IppPacket.Builder(refusal.status());
            reply.putOperationAttributes(Types.statusMessage.of(refusal.getMessage()));
            if (!refusal.unsupported().isEmpty()) {
                reply.putUnsupportedAttributes(refusal.unsupported());
            }
            return RequestRules.complete(reply, request);
        }
    }

    private IppPacket.Builder printJob(IppPacket request, InputStream document) throws IOException, IppRefusal {
        String format = RequestRules.documentFormat(request);
        JobTicketReader.Result read = JobTicketReader.read(request);
        Job job = queue.create(read.ticket());
        return jobAnswer(receive(job, format, document, true), read.unsupported());
    }

    private IppPacket.Builder validateJob(IppPacket request, InputStream document) throws IppRefusal {
        RequestRules.documentFormat(request);
        return withUnsupported(JobTicketReader.read(request).unsupported());
    }

    private IppPacket.Builder createJob(IppPacket request, InputStream document) throws IppRefusal {
        JobTicketReader.Result read = JobTicketReader.read(request);
        return jobAnswer(queue.create(read.ticket()), read.unsupported());
    }

    private IppPacket.Builder sendDocument(IppPacket request, InputStream document) throws IOException, IppRefusal {
        Job job = queue.get(RequestRules.jobId(request));
        Boolean last = request.getValue(Tag.operationAttributes, Types.lastDocument);
        if (last == null) {
            throw new IppRefusal(Status.clientErrorBadRequest, "last-document is missing");
        }
        String format = RequestRules.documentFormat(request);
        if (job.closed() || job.isOver()) {
            throw new IppRefusal(Status.clientErrorNotPossible, "job " + job.id() + " takes no more documents");
        }
        if (job.document().isEmpty()) {
            return jobAnswer(receive(job, format, document, last), List.of());
        }
        if (document.read() >= 0) {
            throw new IppRefusal(
                    Status.serverErrorMultipleDocumentJobsNotSupported, "a job has one document on this printer");
        }
        return jobAnswer(queue.receive(job.id(), Optional.empty(), last), List.of());
    }

    private Job receive(Job job, String format, InputStream in, boolean last) throws IOException, IppRefusal {
        try {
            ReceivedDocument document = folder.receive(job.id(), job.ticket().name(), format, in);
            return queue.receive(job.id(), Optional.of(document), last);
        } catch (IppRefusal refusal) {
            if (!queue.get(job.id()).isOver()) {
                queue.abort(job.id(), "aborted-by-system");
            }
            throw refusal;
        } catch (IOException e) {
            queue.abort(job.id(), "job-data-insufficient");
            throw e;
        }
    }

    private IppPacket.Builder cancelJob(IppPacket request, InputStream document) throws IppRefusal {
        queue.cancel(RequestRules.jobId(request));
        return new IppPacket.Builder(Status.successfulOk);
    }

    private IppPacket.Builder closeJob(IppPacket request, InputStream document) throws IppRefusal {
        return jobAnswer(queue.receive(RequestRules.jobId(request), Optional.empty(), true), List.of());
    }

    private IppPacket.Builder cancelMyJobs(IppPacket request, InputStream document) throws IppRefusal {
        List<Integer> named = JobSelection.ids(request);
        Predicate<Job> mine = JobSelection.mine(request);
        for (Job job : queue.all()) {
            if (!job.isOver() && mine.test(job) && (named.isEmpty() || named.contains(job.id()))) {
                queue.cancel(job.id());
            }
        }
        return new IppPacket.Builder(Status.successfulOk);
    }

    private IppPacket.Builder identifyPrinter(IppPacket request, InputStream document) {
        LOG.info("Here I am.");
        return new IppPacket.Builder(Status.successfulOk);
    }

    private IppPacket.Builder getJobAttributes(IppPacket request, InputStream document) throws IppRefusal {
        Job job = queue.get(RequestRules.jobId(request));
        RequestedAttributes requested = RequestedAttributes.of(request, "all");
        IppPacket.Builder reply = new IppPacket.Builder(Status.successfulOk);
        reply.putJobAttributes(told(job, requested));
        return reply;
    }

    private IppPacket.Builder getJobs(IppPacket request, InputStream document) throws IppRefusal {
        Comparator<Job> order = JobSelection.order(request);
        RequestedAttributes requested = RequestedAttributes.of(request, "job-id", "job-uri");
        IppPacket.Builder reply = new IppPacket.Builder(Status.successfulOk);
        queue.all().stream()
                .filter(JobSelection.which(request))
                .sorted(order)
                .limit(JobSelection.limit(request))
                .map(job -> AttributeGroup.groupOf(Tag.jobAttributes, told(job, requested)))
                .forEach(reply::addGroup);
        return reply;
    }

    private List<Attribute<?>> told(Job job, RequestedAttributes requested) {
        List<Attribute<?>> told = requested.choose("job-description", jobAttributes.description(job, clock.instant()));
        told.addAll(requested.choose("job-template", job.ticket().requested()));
        return told;
    }

    private IppPacket.Builder getPrinterAttributes(IppPacket request, InputStream document) throws IppRefusal {
        RequestRules.documentFormat(request);
        RequestedAttributes requested = RequestedAttributes.of(request, "all");
        List<Attribute<?>> told =
                requested.choose("printer-description", printer.all(queue.status(), queue.levels(), clock.instant()));
        told.addAll(requested.choose("job-template", TemplateAttributes.all()));
        if (requested.names("media-col-database")) {
            told.add(TemplateAttributes.mediaColDatabase());
        }
        IppPacket.Builder reply = new IppPacket.Builder(Status.successfulOk);
        reply.putPrinterAttributes(told);
        return reply;
    }

    private IppPacket.Builder jobAnswer(Job job, List<Attribute<?>> unsupported) {
        IppPacket.Builder reply = withUnsupported(unsupported);
        reply.putJobAttributes(jobAttributes.status(job));
        return reply;
    }

    private static IppPacket.Builder withUnsupported(List<Attribute<?>> unsupported) {
        if (unsupported.isEmpty()) {
            return new IppPacket.Builder(Status.successfulOk);
        }
        IppPacket.Builder reply = new IppPacket.Builder(Status.successfulOkIgnoredOrSubstitutedAttributes);
        reply.putUnsupportedAttributes(new ArrayList<>(unsupported));
        return reply;
    }
}
