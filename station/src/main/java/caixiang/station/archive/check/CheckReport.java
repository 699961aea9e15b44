package caixiang.station.archive.check;

import caixiang.station.archive.CopyProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param frames described by a sidecar of either copy
 * @param filesRead of both copies
 * @param underWay files that were being written meanwhile, and were not judged
 * @param secondAway why the second copy could not be looked at
 */
public record CheckReport(
        long frames,
        long filesRead,
        long bytesRead,
        long underWay,
        Optional<CopyProblem> secondAway,
        List<Finding> findings) {
    private static final int NAMED_MAX = 200;

    /** Everything is as it should be. */
    public static final int FINE = 0;
    /** Something was wrong and has been healed. */
    public static final int HEALED = 1;
    /** A file has no good copy any more. */
    public static final int LOST = 3;
    /** Something is wrong that can be healed, or not everything could be looked at. */
    public static final int NOT_FINE = 4;

    public CheckReport {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::copy))
                .toList();
    }

    public long count(Finding.Outcome outcome) {
        return findings.stream().filter(f -> f.outcome() == outcome).count();
    }

    /** The exit status that says this. */
    public int status() {
        if (count(Finding.Outcome.LOST) > 0) {
            return LOST;
        }
        if (count(Finding.Outcome.HEALABLE) > 0 || secondAway.isPresent()) {
            return NOT_FINE;
        }
        return count(Finding.Outcome.HEALED) > 0 ? HEALED : FINE;
    }

    /** For a person to read, Chinese and English. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("照片 frames          %,12d".formatted(frames));
        lines.add("读取文件 files read  %,12d   %,d bytes".formatted(filesRead, bytesRead));
        for (Finding finding : findings.stream().limit(NAMED_MAX).toList()) {
            lines.add("%s %-6s %s  %s: %s"
                    .formatted(
                            finding.outcome() == Finding.Outcome.LOST ? "✗" : "!",
                            Finding.word(finding.copy()),
                            finding.file(),
                            Finding.word(finding.fault()),
                            Finding.word(finding.outcome())));
        }
        if (findings.size() > NAMED_MAX) {
            lines.add("… 另有 and %d more; --tsv 全部列出 lists all".formatted(findings.size() - NAMED_MAX));
        }
        secondAway.ifPresent(why -> lines.add("! 第二份无法检查 the second copy could not be looked at: " + why.code()));
        if (underWay > 0) {
            lines.add("  %d 个文件正在写入，未判断 files were being written and not judged".formatted(underWay));
        }
        lines.add(verdict());
        return lines;
    }

    private String verdict() {
        return switch (status()) {
            case FINE -> "✓ 全部完好 everything is as it should be";
            case HEALED -> "✓ 已修复 healed: %d".formatted(count(Finding.Outcome.HEALED));
            case LOST ->
                "✗ 两份都坏或缺失 no good copy is left of: %d；请立即保留相机卡 keep the camera's card"
                        .formatted(count(Finding.Outcome.LOST));
            default ->
                "! 可修复 can be healed: %d；加 --heal 再运行 run it again with --heal"
                        .formatted(count(Finding.Outcome.HEALABLE));
        };
    }
}
