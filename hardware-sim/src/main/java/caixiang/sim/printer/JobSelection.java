package caixiang.sim.printer;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which jobs a client means (RFC 8011 §4.2.6.1). */
final class JobSelection {
    private JobSelection() {}

    static Predicate<Job> which(IppPacket request) throws IppRefusal {
        Predicate<Job> state = switch (whichJobs(request)) {
            case "not-completed" -> job -> !job.isOver();
            case "completed" -> Job::isOver;
            case "all" -> job -> true;
            default ->
                throw new IppRefusal(
                        Status.clientErrorAttributesOrValuesNotSupported,
                        "which-jobs is not supported",
                        List.of(Types.whichJobs.of(whichJobs(request))));
        };
        boolean my = Boolean.TRUE.equals(request.getValue(Tag.operationAttributes, Types.myJobs));
        List<Integer> ids = ids(request);
        return state.and(my ? mine(request) : job -> true).and(job -> ids.isEmpty() || ids.contains(job.id()));
    }

    /** Waiting jobs in the order they will print, finished ones newest first. */
    static Comparator<Job> order(IppPacket request) {
        Comparator<Job> byNumber = Comparator.comparingInt(Job::id);
        return whichJobs(request).equals("completed") ? byNumber.reversed() : byNumber;
    }

    static int limit(IppPacket request) {
        return Optional.ofNullable(request.getValue(Tag.operationAttributes, Types.limit))
                .filter(limit -> limit > 0)
                .orElse(Integer.MAX_VALUE);
    }

    static Predicate<Job> mine(IppPacket request) {
        String user = Optional.ofNullable(request.getString(Tag.operationAttributes, Types.requestingUserName))
                .orElse("anonymous");
        return job -> job.ticket().user().equals(user);
    }

    static List<Integer> ids(IppPacket request) {
        return List.copyOf(request.getValues(Tag.operationAttributes, Types.jobIds));
    }

    private static String whichJobs(IppPacket request) {
        return Optional.ofNullable(request.getString(Tag.operationAttributes, Types.whichJobs))
                .orElse("not-completed");
    }
}
