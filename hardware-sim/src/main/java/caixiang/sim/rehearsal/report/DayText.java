package caixiang.sim.rehearsal.report;

import caixiang.sim.rehearsal.plan.Wording;
import java.util.List;

/** A day for a terminal: the verdict last, where the eye is. */
public final class DayText {
    private static final int FINDINGS_MAX = 50;

    private DayText() {}

    public static String of(DaySummary day) {
        StringBuilder out = new StringBuilder();
        for (DaySummary.Tried tried : day.tried()) {
            out.append("  %s %3d  %-34s %s%n"
                    .formatted(
                            padded(tried.mishap().wording().chinese(), 26),
                            tried.times(),
                            tried.answers(),
                            tried.recovery().isMeasured()
                                    ? "≤ " + DaySummary.seconds(tried.recovery().longest())
                                    : ""));
        }
        day.figures()
                .forEach(figure -> out.append("  %s %s %s%n"
                        .formatted(
                                padded(figure.name().chinese(), 12),
                                padded(figure.name().english(), 24),
                                figure.value())));
        out.append(latency("按下→归档 press to filed", day.pressToFiled()));
        out.append(latency("按下→打印机收妥 press to printer", day.pressToPaper()));
        lines(out, "! ", day.attention());
        day.findings().stream()
                .limit(FINDINGS_MAX)
                .forEach(finding -> out.append("✗ %s %s: %s%n"
                        .formatted(
                                finding.kind().wording().chinese(),
                                finding.kind().wording().english(),
                                finding.what())));
        Wording headline = day.headline();
        return out.append("%s %s %s%n".formatted(day.isGood() ? "✓" : "✗", headline.chinese(), headline.english()))
                .toString();
    }

    private static void lines(StringBuilder out, String mark, List<Wording> wordings) {
        wordings.forEach(line -> out.append(mark)
                .append(line.chinese())
                .append("  ")
                .append(line.english())
                .append('\n'));
    }

    private static String latency(String name, Latency latency) {
        return latency.isMeasured()
                ? "  %s: n %d, p50 %d ms, p95 %d ms, max %d ms%n"
                        .formatted(name, latency.count(), latency.median(), latency.p95(), latency.longest())
                : "";
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - TextWidth.of(text)));
    }
}
