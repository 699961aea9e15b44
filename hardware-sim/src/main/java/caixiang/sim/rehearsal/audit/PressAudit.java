package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what operators pressed and were told with what is on record. Pure. */
public final class PressAudit {
    private PressAudit() {}

    /**
     * One press.
     *
     * @param student whose turn it was, and who sat
     * @param frameId the frame the station acknowledged; empty when it acknowledged none
     */
    public record Pressed(int number, String student, Optional<String> frameId) {}

    /** Acknowledged frames that are not there, and exposures that nobody asked for. */
    public static List<Finding> of(List<Pressed> presses, Books books) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Row> rows =
                books.rows().stream().collect(Collectors.toMap(Row::frameId, row -> row, (one, other) -> one));
        Map<String, Integer> asked = new HashMap<>();
        for (Pressed press : presses) {
            asked.merge(press.student(), 1, Integer::sum);
            press.frameId().ifPresent(id -> acknowledged(press, id, rows, findings));
        }
        Map<String, Integer> exposed = new HashMap<>();
        books.exposures().forEach(exposure -> exposed.merge(exposure.sitter(), 1, Integer::sum));
        exposed.forEach((student, times) -> {
            int wanted = asked.getOrDefault(student, 0);
            if (times > wanted) {
                findings.add(new Finding(
                        Kind.DOUBLED, "%s was exposed %d times for %d presses".formatted(student, times, wanted)));
            }
        });
        return findings;
    }

    private static void acknowledged(Pressed press, String frameId, Map<String, Row> rows, List<Finding> findings) {
        Row row = rows.get(frameId);
        if (row == null) {
            findings.add(new Finding(
                    Kind.LOST,
                    "frame %s was acknowledged for number %d and is unknown now".formatted(frameId, press.number())));
        } else if (row.number().isEmpty() || row.number().getAsInt() != press.number()) {
            findings.add(new Finding(
                    Kind.SWAPPED,
                    "frame %s was acknowledged for number %d and is not under it now"
                            .formatted(frameId, press.number())));
        }
    }
}
