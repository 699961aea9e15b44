package caixiang.station.print.ipp;

import caixiang.station.print.JobReport;
import caixiang.station.print.JobState;
import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads job attribute groups (RFC 8011 §5.3). */
final class JobReports {
    static final AttributeType<?>[] ATTRIBUTES = {
        Types.jobId,
        Types.jobName,
        Types.jobState,
        Types.jobStateReasons,
        Types.numberOfDocuments,
        Types.jobMediaSheetsCompleted,
        Types.timeAtCreation,
        Types.jobPrinterUpTime
    };

    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z0-9._-]{1,255}");
    private static final int REASONS_MAX = 16;

    private JobReports() {}

    static Stream<AttributeGroup> groups(IppPacket reply) {
        return reply.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes));
    }

    static JobReport only(IppPacket reply) throws PrinterException {
        Optional<JobReport> report = groups(reply).findFirst().flatMap(JobReports::of);
        return report.orElseThrow(
                () -> new PrinterException(PrinterFault.GARBLED, "the printer tells of a job without id or state"));
    }

    /** Empty for a job that lacks what every job must have. */
    static Optional<JobReport> of(AttributeGroup job) {
        Integer id = job.getValue(Types.jobId);
        com.hp.jipp.model.JobState state = job.getValue(Types.jobState);
        if (id == null || state == null) {
            return Optional.empty();
        }
        List<String> reasons = reasons(job.getStrings(Types.jobStateReasons));
        Integer documents = job.getValue(Types.numberOfDocuments);
        boolean isEmpty = documents != null && documents == 0;
        Integer counted = job.getValue(Types.jobMediaSheetsCompleted);
        OptionalInt sheets = counted == null ? OptionalInt.empty() : OptionalInt.of(counted);
        String name = Optional.ofNullable(job.getString(Types.jobName)).orElse("");
        return state(state.getCode()).map(known -> new JobReport(id, name, known, reasons, isEmpty, sheets));
    }

    /** Keywords as the standard has them (RFC 8011 §5.1.4), a reasonable number, without {@code none}. */
    static List<String> reasons(List<String> told) {
        return told.stream()
                .filter(reason ->
                        !reason.equals("none") && KEYWORD.matcher(reason).matches())
                .limit(REASONS_MAX)
                .toList();
    }

    private static Optional<JobState> state(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 3 -> JobState.PENDING;
                    case 4 -> JobState.PENDING_HELD;
                    case 5 -> JobState.PROCESSING;
                    case 6 -> JobState.PROCESSING_STOPPED;
                    case 7 -> JobState.CANCELED;
                    case 8 -> JobState.ABORTED;
                    case 9 -> JobState.COMPLETED;
                    default -> null;
                });
    }
}
