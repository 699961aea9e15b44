package caixiang.sim.rehearsal.report;

import caixiang.sim.rehearsal.audit.Finding;
import caixiang.sim.rehearsal.plan.DayOrder;
import caixiang.sim.rehearsal.plan.Scan;
import caixiang.sim.rehearsal.plan.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A day as one page that needs nothing else: Chinese with the English beneath, fit for a printer. */
public final class DayPage {
    private static final String STYLE = "day.css";
    private static final int FINDINGS_MAX = 200;

    private final DaySummary day;
    private final StringBuilder out = new StringBuilder();

    private DayPage(DaySummary day) {
        this.day = day;
    }

    /** The page, in UTF-8 HTML. */
    public static String of(DaySummary day) throws IOException {
        return new DayPage(day).page();
    }

    private String page() throws IOException {
        Wording headline = day.headline();
        out.append("<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>采像演练报告 ")
                .append(escaped(headline.chinese()))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><header class=\"")
                .append(day.isGood() ? "good" : "bad")
                .append("\"><h1>")
                .append(escaped(headline.chinese()))
                .append("</h1><p>")
                .append(escaped(headline.english()))
                .append("</p></header><main>");
        figures();
        findings();
        attention();
        latencies();
        mishaps();
        checkIns();
        circumstances();
        return out.append("</main></body></html>\n").toString();
    }

    private void figures() {
        out.append("<section class=\"figures\">");
        day.figures()
                .forEach(figure -> out.append("<div><b>")
                        .append(escaped(figure.value()))
                        .append("</b>")
                        .append(both(figure.name()))
                        .append("</div>"));
        out.append("</section>");
    }

    private void findings() {
        if (day.findings().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : day.findings()) {
            if (rows.size() < FINDINGS_MAX) {
                rows.add(List.of(both(finding.kind().wording()), escaped(finding.what())));
            }
        }
        table(new Wording("不合格之处", "What is wrong"), List.of(), rows);
    }

    private void attention() {
        heading(new Wording("需要有人处理", "What needs attention"));
        if (day.attention().isEmpty()) {
            out.append("<p>").append(both(new Wording("没有。", "Nothing."))).append("</p>");
            return;
        }
        out.append("<ul>");
        day.attention().forEach(line -> out.append("<li>").append(both(line)).append("</li>"));
        out.append("</ul>");
    }

    private void latencies() {
        List<List<String>> rows = new ArrayList<>();
        latency(rows, new Wording("按下 → 归档", "press to filed"), day.pressToFiled());
        latency(rows, new Wording("按下 → 打印机收妥两版", "press to both sheets on the printer"), day.pressToPaper());
        table(
                new Wording("快慢", "How fast"),
                List.of(
                        new Wording("", ""),
                        new Wording("次数", "n"),
                        new Wording("一半以内", "p50"),
                        new Wording("95% 以内", "p95"),
                        new Wording("最长", "max")),
                rows);
    }

    private static void latency(List<List<String>> rows, Wording name, Latency latency) {
        if (latency.isMeasured()) {
            rows.add(List.of(
                    both(name),
                    String.valueOf(latency.count()),
                    latency.median() + " ms",
                    latency.p95() + " ms",
                    latency.longest() + " ms"));
        }
    }

    private void mishaps() {
        List<List<String>> rows = new ArrayList<>();
        for (DaySummary.Tried tried : day.tried()) {
            String recovery = tried.recovery().isMeasured()
                    ? DaySummary.seconds(tried.recovery().median()) + " / "
                            + DaySummary.seconds(tried.recovery().longest())
                    : "";
            rows.add(List.of(
                    both(tried.mishap().group().wording()),
                    both(tried.mishap().wording()),
                    String.valueOf(tried.times()),
                    escaped(tried.answersInWords()),
                    recovery + (tried.notRecovered() > 0 ? " ✗" + tried.notRecovered() : "")));
        }
        table(
                new Wording("试过的故障", "What was made to go wrong"),
                List.of(
                        new Wording("何处", "where"),
                        new Wording("故障", "fault"),
                        new Wording("次数", "times"),
                        new Wording("采像站的答复", "the station's answer"),
                        new Wording("恢复：一半以内 / 最长", "recovery: p50 / max")),
                rows);
    }

    private void checkIns() {
        List<List<String>> rows = new ArrayList<>();
        day.day()
                .log()
                .scans()
                .forEach((Scan scan, Integer times) -> rows.add(List.of(both(scan.wording()), String.valueOf(times))));
        table(
                new Wording("登记的各种情形", "How people checked in"),
                List.of(new Wording("情形", "how"), new Wording("人数", "people")),
                rows);
    }

    private void circumstances() {
        DayOrder order = day.plan().order();
        heading(new Wording("这次演练", "This rehearsal"));
        out.append("<ul>");
        day.circumstances()
                .remarks()
                .forEach(remark -> out.append("<li>").append(both(remark)).append("</li>"));
        out.append("</ul><p>")
                .append(escaped(day.circumstances().date()))
                .append(" · ")
                .append(both(
                        new Wording("种子 " + order.seed() + "，用下面的命令可重演", "seed " + order.seed() + "; this replays it")))
                .append("</p><pre>")
                .append(escaped(day.circumstances().command()))
                .append("</pre>");
    }

    private void table(Wording title, List<Wording> headings, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        heading(title);
        out.append("<table>");
        if (!headings.isEmpty()) {
            out.append("<tr>");
            headings.forEach(name -> out.append("<th>").append(both(name)).append("</th>"));
            out.append("</tr>");
        }
        for (List<String> row : rows) {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(cell).append("</td>"));
            out.append("</tr>");
        }
        out.append("</table>");
    }

    private void heading(Wording title) {
        out.append("<h2>").append(both(title)).append("</h2>");
    }

    private static String both(Wording wording) {
        return "<span>%s <small lang=\"en\">%s</small></span>"
                .formatted(escaped(wording.chinese()), escaped(wording.english()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String style() throws IOException {
        try (InputStream in = DayPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IOException(STYLE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
