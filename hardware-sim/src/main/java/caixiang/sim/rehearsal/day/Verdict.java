package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.audit.Audit;
import caixiang.sim.rehearsal.audit.Exposure;
import caixiang.sim.rehearsal.audit.Finding;
import caixiang.sim.rehearsal.audit.Finding.Kind;
import caixiang.sim.rehearsal.audit.PressAudit;
import caixiang.sim.rehearsal.audit.PressAudit.Pressed;
import caixiang.sim.rehearsal.audit.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the day has shown.
 *
 * @param findings what a station must never let happen; empty when nothing is lost, doubled, swapped or unaccounted for
 * @param tray frames that are kept and nobody's yet
 */
public record Verdict(List<Finding> findings, List<Unassigned> tray) {
    public Verdict {
        findings = List.copyOf(findings);
        tray = List.copyOf(tray);
    }

    /** A frame in the tray, and who really sat. */
    public record Unassigned(String frameId, String reason, String sitter) {}

    public static Verdict of(DayResult day) {
        List<Finding> findings = new ArrayList<>(Audit.of(day.books()));
        List<Pressed> presses = day.log().presses().stream()
                .map(press -> new Pressed(press.number(), press.seated(), press.frameId()))
                .toList();
        findings.addAll(PressAudit.of(presses, day.books()));
        day.log().problems().forEach(problem -> findings.add(new Finding(Kind.UNACCOUNTED, problem)));
        findings.addAll(gaps(day.log()));
        Map<String, Exposure> shot = day.books().exposures().stream()
                .collect(Collectors.toMap(Exposure::sha256, Function.identity(), (one, other) -> one));
        List<Unassigned> tray = day.books().rows().stream()
                .filter(row -> row.number().isEmpty())
                .map(row -> new Unassigned(row.frameId(), row.reason(), sitter(row, shot)))
                .toList();
        findings.sort(Comparator.comparing(Finding::kind));
        return new Verdict(findings, tray);
    }

    private static String sitter(Row row, Map<String, Exposure> shot) {
        Exposure exposure = shot.get(row.sha256());
        return exposure == null ? "?" : exposure.sitter();
    }

    /** Numbers rise by one, without gaps. */
    private static List<Finding> gaps(DayLog log) {
        List<Finding> gaps = new ArrayList<>();
        int expected = 1;
        for (int number : log.students().keySet()) {
            if (number != expected) {
                gaps.add(new Finding(Kind.UNACCOUNTED, "numbers %d to %d are missing".formatted(expected, number - 1)));
            }
            expected = number + 1;
        }
        return gaps;
    }

    public boolean isClean() {
        return findings.isEmpty();
    }
}
