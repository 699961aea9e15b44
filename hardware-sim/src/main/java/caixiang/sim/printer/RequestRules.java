package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every request must have and every answer says (RFC 8011 §4.1). */
final class RequestRules {
    static final String PATH = "/ipp/print";
    private static final int IPP_1_1 = 0x0101;
    private static final Pattern JOB_PATH = Pattern.compile(Pattern.quote(PATH) + "/jobs/(\\d{1,9})");

    private RequestRules() {}

    static void check(IppPacket request) throws IppRefusal {
        if (!isKnownVersion(request.getVersionNumber())) {
            throw new IppRefusal(Status.serverErrorVersionNotSupported, "IPP 1.1 and 2.0 are supported");
        }
        if (request.getRequestId() <= 0) {
            throw bad("request-id must be 1 or more");
        }
        List<AttributeGroup> groups = request.getAttributeGroups();
        if (groups.isEmpty() || !groups.get(0).getTag().equals(Tag.operationAttributes)) {
            throw bad("the operation attributes do not come first");
        }
        AttributeGroup operation = groups.get(0);
        checkCharset(operation);
        URI target = Optional.ofNullable(operation.getValue(Types.printerUri))
                .or(() -> Optional.ofNullable(operation.getValue(Types.jobUri)))
                .orElseThrow(() -> bad("printer-uri is missing"));
        String path = Optional.ofNullable(target.getPath()).orElse("");
        if (!path.equals(PATH) && !JOB_PATH.matcher(path).matches()) {
            throw new IppRefusal(Status.clientErrorNotFound, "there is no printer at " + path);
        }
    }

    private static void checkCharset(AttributeGroup operation) throws IppRefusal {
        List<String> names = operation.stream().limit(2).map(Attribute::getName).toList();
        if (!names.equals(List.of("attributes-charset", "attributes-natural-language"))) {
            throw bad("attributes-charset and attributes-natural-language must come first");
        }
        String charset = operation.getString(Types.attributesCharset);
        if (charset == null || !Set.of("utf-8", "us-ascii").contains(charset)) {
            throw new IppRefusal(Status.clientErrorCharsetNotSupported, "utf-8 is supported");
        }
    }

    /** The job meant by job-id with printer-uri, or by job-uri. */
    static int jobId(IppPacket request) throws IppRefusal {
        URI uri = request.getValue(Tag.operationAttributes, Types.jobUri);
        if (uri != null) {
            Matcher job = JOB_PATH.matcher(Optional.ofNullable(uri.getPath()).orElse(""));
            if (job.matches()) {
                return Integer.parseInt(job.group(1));
            }
        }
        Integer id = request.getValue(Tag.operationAttributes, Types.jobId);
        if (id == null) {
            throw bad("job-id is missing");
        }
        return id;
    }

    /** The format the client declares; refuses one the printer does not take, and any compression. */
    static String documentFormat(IppPacket request) throws IppRefusal {
        String compression = Optional.ofNullable(request.getString(Tag.operationAttributes, Types.compression))
                .orElse("none");
        if (!compression.equals("none")) {
            throw new IppRefusal(
                    Status.clientErrorCompressionNotSupported,
                    "documents must come uncompressed",
                    List.of(Types.compression.of(compression)));
        }
        String format = Optional.ofNullable(request.getString(Tag.operationAttributes, Types.documentFormat))
                .orElse(DocumentFolder.AUTO_SENSE);
        if (!format.equals(DocumentFolder.AUTO_SENSE) && !DocumentFolder.EXTENSIONS.containsKey(format)) {
            throw new IppRefusal(
                    Status.clientErrorDocumentFormatNotSupported,
                    format + " is not supported",
                    List.of(Types.documentFormat.of(format)));
        }
        return format;
    }

    /** Gives an answer its version, request-id, charset and language; the status message, if any, comes after them. */
    static IppPacket complete(IppPacket.Builder reply, IppPacket request) {
        int version = isKnownVersion(request.getVersionNumber()) ? request.getVersionNumber() : IPP_1_1;
        return complete(reply, version, request.getRequestId());
    }

    static IppPacket malformed(MalformedMessageException e) {
        IppPacket.Builder reply = new IppPacket.Builder(Status.clientErrorBadRequest);
        reply.putOperationAttributes(
                Types.statusMessage.of(Optional.ofNullable(e.getMessage()).orElse("")));
        return complete(reply, isKnownVersion(e.version()) ? e.version() : IPP_1_1, e.requestId());
    }

    private static IppPacket complete(IppPacket.Builder reply, int version, int requestId) {
        IppPacket built = reply.build();
        IppPacket.Builder complete = new IppPacket.Builder(built.getStatus(), version, requestId);
        complete.putOperationAttributes(Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"));
        for (AttributeGroup group : built.getAttributeGroups()) {
            if (group.getTag().equals(Tag.operationAttributes)) {
                complete.putOperationAttributes(group);
            } else {
                complete.addGroup(group);
            }
        }
        return complete.build();
    }

    private static boolean isKnownVersion(int version) {
        return version >> 8 == 1 || version >> 8 == 2;
    }

    private static IppRefusal bad(String why) {
        return new IppRefusal(Status.clientErrorBadRequest, why);
    }
}
