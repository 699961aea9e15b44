package caixiang.station.portrait.check;

import caixiang.station.portrait.Examination;
import caixiang.station.portrait.rules.Finding;
import caixiang.station.portrait.rules.Level;
import caixiang.station.portrait.rules.RulePack;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One page that needs nothing beside itself: thumbnails with the lines that are meant, and what is wrong in words. */
final class HtmlReport implements Closeable {
    private static final String HEAD = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>%1$s</title><style>
            body{font:15px/1.5 "Noto Sans SC","Microsoft YaHei",sans-serif;margin:24px;color:#1c2733}
            table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #d5dce3;padding:8px;text-align:left;
            vertical-align:top}svg{width:150px;height:200px;background:#eef}.fail{color:#b3261e}.warn{color:#8a5a00}
            .pass{color:#1b6e3c}ul{margin:0;padding-left:18px}small{color:#5b6b7a}</style>
            <h1>TITLE</h1><table><tr><th>照片 Picture<th>文件 File<th>结论 Verdict<th>原因 Why</tr>
            """;
    private static final Map<Level, String> VERDICTS =
            Map.of(Level.PASS, "合格 pass", Level.WARN, "提醒 warning", Level.FAIL, "不合格 fail");
    private static final Map<String, String> COLOURS = Map.of("pass", "#1b6e3c", "warn", "#e0a100", "fail", "#e5342a");

    private final Writer out;
    private final RulePack pack;

    HtmlReport(Writer out, RulePack pack) throws IOException {
        this.out = out;
        this.pack = pack;
        String title = pack.title().zh() + " · " + pack.title().en() + " · " + pack.name() + " v" + pack.version();
        out.write(HEAD.replace("TITLE", escaped(title)));
    }

    void add(CheckedFile file) throws IOException {
        String level = file.level().code();
        out.write("<tr><td>" + picture(file) + "<td>" + escaped(file.name()) + "<td class=" + level + ">"
                + VERDICTS.get(file.level()) + "<td>" + reasons(file) + "</tr>\n");
    }

    private String picture(CheckedFile file) {
        if (file.thumbnail().isEmpty()) {
            return "";
        }
        int width = pack.product().size().width();
        int height = pack.product().size().height();
        String lines = file.examination().map(seen -> lines(seen, width)).orElse("");
        return "<svg viewBox='0 0 " + width + " " + height + "'><image width='" + width + "' height='" + height
                + "' href='data:image/jpeg;base64,"
                + Base64.getEncoder().encodeToString(file.thumbnail().get().toByteArray()) + "'/>" + lines + "</svg>";
    }

    /** What a rule measured, where it measured it: lines across at heights, one line down the middle of the face. */
    private static String lines(Examination seen, int width) {
        return seen.judged().verdict().findings().stream()
                .filter(finding ->
                        finding.code().equals("head-top") || finding.code().equals("eye-line"))
                .map(finding -> String.format(
                        Locale.ROOT,
                        "<line x1='0' x2='%d' y1='%2$.1f' y2='%2$.1f' stroke='%3$s' stroke-width='4'/>",
                        width,
                        finding.value(),
                        COLOURS.get(finding.level().code())))
                .collect(Collectors.joining());
    }

    private static String reasons(CheckedFile file) {
        if (file.examination().isEmpty()) {
            return escaped(file.problem());
        }
        Examination seen = file.examination().get();
        String missing = seen.missing().stream()
                .map(what -> "<li class=fail>" + escaped(NotFound.words(what).zh()) + "<br><small>"
                        + escaped(NotFound.words(what).en()) + "</small>")
                .sorted()
                .collect(Collectors.joining());
        return "<ul>" + missing
                + seen.judged().verdict().findings().stream()
                        .filter(finding -> finding.level() != Level.PASS)
                        .map(HtmlReport::reason)
                        .collect(Collectors.joining())
                + "</ul>";
    }

    private static String reason(Finding finding) {
        return "<li class=" + finding.level().code() + ">"
                + escaped(finding.words().zh()) + "<br><small>"
                + escaped(finding.words().en()) + "</small>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() throws IOException {
        out.write("</table></html>\n");
        out.close();
    }
}
