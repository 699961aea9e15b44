package caixiang.sim.rehearsal.report;

import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.verdict.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a rehearsal as an aligned table for people and as tab-separated values for programs. */
final class ResultTable {
    private static final List<String> HEADINGS = List.of(
            "No. 号",
            "Name 姓名",
            "Frame 照片",
            "SHA-256",
            "Portrait 证件照",
            "Sheets 排版",
            "Job 打印",
            "filed ms",
            "sheet ms",
            "");
    private static final List<String> COLUMNS = List.of(
            "number",
            "student_number",
            "masked_name",
            "frame_file",
            "sha256",
            "portrait",
            "sheet_files",
            "job_states",
            "press_to_filed_ms",
            "press_to_sheet_ms",
            "verified",
            "problems");
    private static final int DIGEST_CHARACTERS = 12;
    private static final int NAME_CHARACTERS = 6;

    private ResultTable() {}

    static String text(RehearsalResult result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        result.turns().forEach(turn -> rows.add(cells(turn)));
        int[] widths = IntStream.range(0, HEADINGS.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> TextWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            out.append(line(row, widths)).append('\n');
        }
        out.append(times(result));
        return out.toString();
    }

    /** Each thing that is not as it must be, one to a line, with the person it concerns. */
    static List<String> problems(RehearsalResult result) {
        List<String> lines = new ArrayList<>();
        for (Turn turn : result.turns()) {
            String who = turn.sitting().map(s -> "number " + s.number() + ", ").orElse("") + turn.studentNumber();
            turn.problems().forEach(problem -> lines.add(who + ": " + problem));
        }
        lines.addAll(result.problems());
        return lines;
    }

    static String tabSeparated(RehearsalResult result) {
        StringBuilder out = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        for (Turn turn : result.turns()) {
            out.append(String.join("\t", wholeCells(turn))).append('\n');
        }
        return out.toString();
    }

    private static List<String> cells(Turn turn) {
        return List.of(
                turn.sitting().map(s -> "%04d".formatted(s.number())).orElse("-"),
                turn.sitting().map(StationApi.Sitting::maskedName).orElse("-"),
                of(turn, frame -> shortPath(frame.file())),
                of(
                        turn,
                        frame -> frame.sha256()
                                .substring(
                                        0,
                                        Math.min(
                                                DIGEST_CHARACTERS,
                                                frame.sha256().length()))),
                of(turn, frame -> frame.portrait().map(ResultTable::shortPath).orElse("-")),
                of(turn, frame -> eachSheet(frame, sheet -> sheet.template() + " " + shortPath(sheet.file()), "  ")),
                of(turn, frame -> eachSheet(frame, Sheet::jobState, " ")),
                of(turn, frame -> millis(frame.timing().pressToFiledMillis())),
                of(turn, frame -> millis(frame.timing().pressToSheetMillis())),
                turn.isVerified() ? "✓" : "✗");
    }

    private static List<String> wholeCells(Turn turn) {
        return List.of(
                turn.sitting().map(s -> String.valueOf(s.number())).orElse(""),
                turn.studentNumber(),
                turn.sitting().map(StationApi.Sitting::maskedName).orElse(""),
                of(turn, Frame::file),
                of(turn, Frame::sha256),
                of(turn, frame -> frame.portrait().orElse("")),
                of(turn, frame -> eachSheet(frame, Sheet::file, " ")),
                of(turn, frame -> eachSheet(frame, Sheet::jobState, " ")),
                of(turn, frame -> millis(frame.timing().pressToFiledMillis())),
                of(turn, frame -> millis(frame.timing().pressToSheetMillis())),
                String.valueOf(turn.isVerified()),
                String.join("; ", turn.problems()).replaceAll("\\s", " "));
    }

    private static String of(Turn turn, Function<Frame, String> cell) {
        return turn.frame().map(cell).orElse("-");
    }

    private static String eachSheet(Frame frame, Function<Sheet, String> cell, String between) {
        return frame.sheets().stream().map(cell).collect(Collectors.joining(between));
    }

    private static String millis(OptionalLong millis) {
        return millis.isPresent() ? String.valueOf(millis.getAsLong()) : "-";
    }

    /** The end of the file's name, which is what tells two of them apart. */
    private static String shortPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = Math.max(name.lastIndexOf('.'), 0);
        int portrait = name.indexOf("-portrait");
        int stem = portrait > 0 ? portrait : dot;
        return stem <= NAME_CHARACTERS ? name : "…" + name.substring(stem - NAME_CHARACTERS);
    }

    private static String line(List<String> cells, int[] widths) {
        String[] padded = new String[widths.length];
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - TextWidth.of(cells.get(column)));
            boolean isNumber = HEADINGS.get(column).endsWith("ms");
            padded[column] = isNumber ? space + cells.get(column) : cells.get(column) + space;
        }
        return String.join("  ", Arrays.asList(padded)).stripTrailing();
    }

    private static String times(RehearsalResult result) {
        List<StationApi.Timing> timings = result.turns().stream()
                .flatMap(turn -> turn.frame().stream())
                .map(Frame::timing)
                .toList();
        return "press to filed: %s%npress to sheet: %s%n"
                .formatted(
                        Spread.words(timings.stream().map(StationApi.Timing::pressToFiledMillis)),
                        Spread.words(timings.stream().map(StationApi.Timing::pressToSheetMillis)));
    }
}
