package caixiang.station;

import caixiang.layouts.picture.CropRectangle;
import caixiang.station.portrait.Examiner;
import caixiang.station.portrait.check.FolderCheck;
import caixiang.station.portrait.find.HeadFinder;
import caixiang.station.portrait.opencv.CascadeFaces;
import caixiang.station.portrait.rules.RulePackException;
import caixiang.station.portrait.rules.RulePacks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code portrait check}: judges a folder of pictures. Exit status 0 when none failed, 1 when some did, 2 on misuse. */
final class PortraitCommand {
    private static final Set<String> OPTIONS = Set.of("--rules", "--cloth", "--out", "--csv");
    static final String USAGE = """
            station portrait check DIR [--rules registry-2017|FILE] [--cloth blue|white|grey] [--out PAGE.html]
                                       [--csv TABLE.csv]
            """;

    private final PrintStream out;
    private final PrintStream err;

    PortraitCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i + 1 < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        boolean isUnderstood = words.size() >= 2
                && words.size() % 2 == 0
                && words.get(0).equals("check")
                && OPTIONS.containsAll(options.keySet());
        if (!isUnderstood) {
            err.println(USAGE.stripTrailing());
            return Main.USAGE;
        }
        Path folder = Path.of(words.get(1));
        if (!Files.isDirectory(folder)) {
            err.println("station: 没有这个文件夹 there is no folder " + folder);
            return Main.USAGE;
        }
        return check(folder, options);
    }

    private int check(Path folder, Map<String, String> options) {
        try (CascadeFaces faces = CascadeFaces.load()) {
            var examiner = new Examiner(
                    new HeadFinder(Optional.of(faces)),
                    RulePacks.load(options.getOrDefault("--rules", "registry-2017")),
                    options.getOrDefault("--cloth", "blue"),
                    CropRectangle.WHOLE);
            FolderCheck.Counts counts =
                    new FolderCheck(examiner, out).check(folder, path(options, "--out"), path(options, "--csv"));
            out.println(counts.passed() + " 合格 passed, " + counts.warned() + " 提醒 with warnings, " + counts.failed()
                    + " 不合格 failed");
            return counts.failed() == 0 ? Main.FINE : Main.CANNOT_START;
        } catch (IOException | RulePackException | IllegalArgumentException e) {
            err.println("station: " + e.getMessage());
            return Main.CANNOT_START;
        }
    }

    private static Optional<Path> path(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).map(Path::of);
    }
}
