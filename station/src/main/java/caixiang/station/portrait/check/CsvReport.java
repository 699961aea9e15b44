package caixiang.station.portrait.check;

import caixiang.layouts.geometry.PixelSize;
import caixiang.station.portrait.Examination;
import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.rules.Finding;
import caixiang.station.portrait.rules.Rule;
import caixiang.station.portrait.rules.RulePack;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row for each file: every measure, in pixels of the product and of the frame, and the verdict. */
final class CsvReport implements Closeable {
    private static final List<String> FRAME_COLUMNS = List.of(
            "frame_width", "frame_height", "frame_crown", "frame_eye_line", "frame_eye_middle", "frame_face_width");

    private final CsvWriter csv;
    private final RulePack pack;

    CsvReport(Writer out, RulePack pack) throws IOException {
        // A spreadsheet takes a file that begins so for UTF-8.
        out.write('\uFEFF');
        this.csv = CsvWriter.builder().build(out);
        this.pack = pack;
        List<String> header = new ArrayList<>(List.of("file", "verdict", "problem"));
        header.addAll(FRAME_COLUMNS);
        pack.rules().forEach(rule -> header.addAll(List.of(rule.code(), rule.code() + "_verdict")));
        csv.writeRecord(header);
    }

    void add(CheckedFile file) {
        List<String> row = new ArrayList<>(List.of(file.name(), file.level().code()));
        row.add(file.examination()
                .map(seen -> seen.missing().stream()
                        .map(what -> "not found: " + what.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining("; ")))
                .orElse(file.problem()));
        row.addAll(file.examination().map(CsvReport::inFrame).orElse(List.of("", "", "", "", "", "")));
        Map<String, Finding> findings = file.examination()
                .map(seen -> seen.judged().verdict().findings().stream()
                        .collect(Collectors.toMap(Finding::code, Function.identity())))
                .orElse(Map.of());
        for (Rule rule : pack.rules()) {
            Finding finding = findings.get(rule.code());
            row.add(finding == null ? "" : number(finding.value()));
            row.add(finding == null ? "" : finding.level().code());
        }
        csv.writeRecord(row);
    }

    private static List<String> inFrame(Examination seen) {
        PixelSize frame = seen.frame();
        List<String> columns =
                new ArrayList<>(List.of(Integer.toString(frame.width()), Integer.toString(frame.height())));
        if (seen.head().isEmpty()) {
            columns.addAll(List.of("", "", "", ""));
        } else {
            Head head = seen.head().get();
            columns.addAll(List.of(
                    number(head.crown()),
                    number(head.eyesMiddle().y()),
                    number(head.eyesMiddle().x()),
                    number(head.faceWidth())));
        }
        return columns;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
