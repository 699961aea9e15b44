package caixiang.sim.rehearsal.report;

import caixiang.sim.rehearsal.audit.Finding;
import caixiang.sim.rehearsal.audit.Row;
import caixiang.sim.rehearsal.day.DayResult;
import caixiang.sim.rehearsal.day.MishapRecord;
import caixiang.sim.rehearsal.day.PressRecord;
import caixiang.sim.rehearsal.day.Verdict;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.plan.DayPlan;
import caixiang.sim.rehearsal.plan.Mishap;
import caixiang.sim.rehearsal.plan.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A day in figures, for whatever tells it. Pure. */
public final class DaySummary {
    private static final int SHOWN_MAX = 20;

    private final DayPlan plan;
    private final DayResult day;
    private final Verdict verdict;
    private final Circumstances circumstances;

    public DaySummary(DayPlan plan, DayResult day, Verdict verdict, Circumstances circumstances) {
        this.plan = plan;
        this.day = day;
        this.verdict = verdict;
        this.circumstances = circumstances;
    }

    /**
     * What the figures hold for.
     *
     * @param date when the rehearsal began, as people write it
     * @param command what replays it
     * @param remarks what was simulated and what was not
     */
    public record Circumstances(String date, String command, List<Wording> remarks) {
        public Circumstances {
            remarks = List.copyOf(remarks);
        }
    }

    /** One kind of mishap: how often, what the station answered, how long until work went on. */
    record Tried(Mishap mishap, int times, Map<String, Integer> counts, Latency recovery, int notRecovered) {
        String answers() {
            return told(code -> code);
        }

        String answersInWords() {
            return told(code -> Answers.chinese(code) + code);
        }

        private String told(UnaryOperator<String> words) {
            return counts.entrySet().stream()
                    .map(answer -> words.apply(answer.getKey()) + " ×" + answer.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /** One figure with its name. */
    record Figure(Wording name, String value) {}

    Circumstances circumstances() {
        return circumstances;
    }

    DayPlan plan() {
        return plan;
    }

    DayResult day() {
        return day;
    }

    List<Finding> findings() {
        return verdict.findings();
    }

    /** The whole in one sentence. */
    Wording headline() {
        if (!verdict.isClean()) {
            String kinds = count(finding -> finding.kind().wording().chinese());
            String english = count(finding -> finding.kind().wording().english());
            return new Wording("不合格：" + kinds, "Failed: " + english);
        }
        if (day.wasBrokenOff()) {
            return new Wording("演练中断，没有结论", "The rehearsal was broken off; there is no verdict");
        }
        return new Wording("合格：没有丢失，没有重复，没有归错人", "Passed: nothing lost, nothing doubled, nothing swapped");
    }

    private String count(Function<Finding, String> word) {
        Map<String, Long> counts = new TreeMap<>();
        verdict.findings().forEach(finding -> counts.merge(word.apply(finding), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    public boolean isGood() {
        return verdict.isClean() && !day.wasBrokenOff();
    }

    /** Whether anything is lost, doubled, swapped or unaccounted for. */
    public boolean hasFindings() {
        return !verdict.isClean();
    }

    List<Figure> figures() {
        long photographed = day.books().rows().stream()
                .filter(row -> row.number().isPresent())
                .map(Row::student)
                .distinct()
                .count();
        long sheetsDone = sheets(sheet -> sheet.state().equals("done")).size();
        double hours = day.shooting().toMillis() / 3_600_000.0;
        return List.of(
                figure("来了", "people", plan.people().size()),
                figure("登记得号", "checked in", day.log().students().size()),
                figure("拍好", "photographed", photographed),
                figure("叫到不在", "not there when called", day.log().absent().size()),
                figure("按快门", "presses", day.log().presses().size()),
                figure("实际曝光", "exposures", day.books().exposures().size()),
                figure(
                        "归档",
                        "frames filed",
                        day.books().rows().size() - verdict.tray().size()),
                figure("待认领", "in the tray", verdict.tray().size()),
                figure("出纸", "sheets printed", sheetsDone),
                figure("日志行", "journal lines", day.journalLines()),
                new Figure(new Wording("历时", "it took"), seconds(day.whole().toMillis())),
                figure("每小时", "people an hour", hours == 0 ? 0 : Math.round(photographed / hours)));
    }

    private static Figure figure(String chinese, String english, long value) {
        return new Figure(new Wording(chinese, english), String.valueOf(value));
    }

    static String seconds(long millis) {
        return millis < 10_000 ? "%.1f s".formatted(millis / 1000.0) : "%d s".formatted(Math.round(millis / 1000.0));
    }

    Latency pressToFiled() {
        return Latency.of(
                day.log().presses().stream().filter(PressRecord::isFiled).mapToLong(PressRecord::millis));
    }

    /** Until the printer had accepted the last sheet of the frame. */
    Latency pressToPaper() {
        return Latency.of(day.books().rows().stream()
                .map(row -> row.timing().pressToSheetMillis())
                .flatMapToLong(OptionalLong::stream));
    }

    /** In the order of the groups; kinds that did not come up are left out. */
    List<Tried> tried() {
        Map<Mishap, List<MishapRecord>> byKind = new EnumMap<>(Mishap.class);
        for (MishapRecord each : day.log().mishaps()) {
            byKind.computeIfAbsent(each.mishap(), kind -> new ArrayList<>()).add(each);
        }
        List<Tried> tried = new ArrayList<>();
        byKind.forEach((mishap, records) -> {
            Map<String, Integer> answers = new TreeMap<>();
            records.stream()
                    .map(MishapRecord::answer)
                    .filter(answer -> !answer.isEmpty())
                    .forEach(answer -> answers.merge(answer, 1, Integer::sum));
            Latency recovery = Latency.of(
                    records.stream().map(MishapRecord::recoveredMillis).flatMapToLong(OptionalLong::stream));
            tried.add(new Tried(mishap, records.size(), answers, recovery, records.size() - recovery.count()));
        });
        return tried;
    }

    /** What somebody has to look at, though nothing is wrong with it yet. */
    List<Wording> attention() {
        List<Wording> lines = new ArrayList<>();
        for (Verdict.Unassigned frame : shown(verdict.tray())) {
            lines.add(new Wording(
                    "待认领区有一张照片，坐着的其实是 " + frame.sitter() + "（" + frame.frameId() + "）",
                    "a frame waits in the tray; it was " + frame.sitter() + " who sat"));
        }
        for (String student : shown(day.log().givenUp())) {
            lines.add(new Wording(student + " 多次没拍成，操作员放弃", student + " was given up after many presses"));
        }
        for (Sheet sheet : shown(sheets(sheet -> !sheet.state().equals("done")))) {
            lines.add(new Wording(
                    "排版 " + sheet.template() + " 的状态是 " + sheet.state() + "（" + sheet.id() + "）",
                    "a " + sheet.template() + " sheet is " + sheet.state()));
        }
        long cut = day.books().rows().stream()
                .filter(row -> row.number().isPresent() && !row.hasPortrait())
                .count();
        if (cut > 0) {
            lines.add(new Wording(cut + " 张照片没有裁出证件照", cut + " frames have no portrait"));
        }
        return lines;
    }

    private static <T> List<T> shown(List<T> all) {
        return all.subList(0, Math.min(all.size(), SHOWN_MAX));
    }

    private List<Sheet> sheets(Predicate<Sheet> which) {
        return day.books().rows().stream()
                .flatMap(row -> row.sheets().stream())
                .filter(which)
                .toList();
    }
}
