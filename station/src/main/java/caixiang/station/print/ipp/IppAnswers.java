package caixiang.station.print.ipp;

import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From an IPP status (RFC 8011 §B.1) to what the operator can do about it. */
final class IppAnswers {
    private static final int SUCCESSFUL_MAX = 0x00FF;
    private static final Set<Status> BUSY = Set.of(
            Status.serverErrorBusy,
            Status.serverErrorTemporaryError,
            Status.serverErrorServiceUnavailable,
            Status.serverErrorDeviceError,
            Status.serverErrorTooManyJobs,
            Status.serverErrorInternalError);
    private static final Set<Status> UNAUTHORIZED =
            Set.of(Status.clientErrorForbidden, Status.clientErrorNotAuthenticated, Status.clientErrorNotAuthorized);
    /** What must be done as asked, or the pictures have the wrong size or number. */
    private static final Set<String> ESSENTIAL = Set.of("media-col", "media", "print-scaling", "copies");

    private IppAnswers() {}

    static boolean isVersionRefused(IppPacket reply) {
        return reply.getStatus().equals(Status.serverErrorVersionNotSupported);
    }

    /** Passes an answer that says yes, also one that leaves something out; see {@link #checkNothingEssentialIgnored}. */
    static void checkSuccessful(IppPacket reply, String what) throws PrinterException {
        if (reply.getStatus().getCode() > SUCCESSFUL_MAX || reply.getStatus().getCode() < 0) {
            String said = Optional.ofNullable(reply.getString(Tag.operationAttributes, Types.statusMessage))
                    .orElse("");
            throw new PrinterException(
                    fault(reply), what + " was answered " + reply.getStatus() + " " + said + " " + unsupported(reply));
        }
    }

    static void checkNothingEssentialIgnored(IppPacket reply) throws PrinterException {
        List<String> ignored = unsupported(reply);
        if (ignored.stream().anyMatch(ESSENTIAL::contains)) {
            throw new PrinterException(essentialFault(ignored), "the printer would ignore " + ignored);
        }
    }

    private static PrinterFault fault(IppPacket reply) {
        Status status = reply.getStatus();
        if (BUSY.contains(status)) {
            return PrinterFault.BUSY;
        }
        if (UNAUTHORIZED.contains(status)) {
            return PrinterFault.UNAUTHORIZED;
        }
        if (status.equals(Status.serverErrorNotAcceptingJobs)
                || status.equals(Status.serverErrorPrinterIsDeactivated)) {
            return PrinterFault.NOT_ACCEPTING_JOBS;
        }
        if (status.equals(Status.clientErrorDocumentFormatNotSupported)) {
            return PrinterFault.FORMAT_UNSUPPORTED;
        }
        if (status.equals(Status.clientErrorNotFound) || status.equals(Status.clientErrorGone)) {
            return PrinterFault.JOB_UNKNOWN;
        }
        List<String> unsupported = unsupported(reply);
        return unsupported.stream().anyMatch(ESSENTIAL::contains) ? essentialFault(unsupported) : PrinterFault.REFUSED;
    }

    private static PrinterFault essentialFault(List<String> unsupported) {
        return unsupported.contains("print-scaling")
                ? PrinterFault.SCALING_UNSUPPORTED
                : PrinterFault.MEDIA_UNSUPPORTED;
    }

    private static List<String> unsupported(IppPacket reply) {
        AttributeGroup group = reply.get(Tag.unsupportedAttributes);
        return group == null
                ? List.of()
                : group.stream().map(Attribute::getName).toList();
    }
}
