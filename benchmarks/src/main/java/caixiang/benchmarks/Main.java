package caixiang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code benchmarks FOLDER [filing|verify|day|memory|sheets …]}: measures in a new folder below FOLDER, which is to lie on the
 * disk that is to be measured, and removes it.
 */
public final class Main {
    private static final Set<String> ALL = Set.of("filing", "verify", "day", "memory", "sheets");
    private static final int PAIRS = 60;
    private static final int FRAMES = 100;

    private Main() {}

    public static void main(String[] words) throws Exception {
        if (words.length == 0 || !ALL.containsAll(List.of(words).subList(1, words.length))) {
            System.err.println("Usage: benchmarks FOLDER [filing] [verify] [day] [memory] [sheets]");
            System.exit(2);
        }
        Set<String> wanted = words.length == 1 ? ALL : Set.copyOf(List.of(words).subList(1, words.length));
        Path folder = Files.createTempDirectory(Path.of(words[0]).toAbsolutePath(), "caixiang-benchmarks");
        try {
            if (wanted.contains("filing")) {
                new FilingCost(folder, PAIRS, System.out).run();
            }
            if (wanted.contains("verify")) {
                new CheckSpeed(folder, FRAMES, System.out).run();
            }
            if (wanted.contains("day")) {
                new DayFigures(folder, System.out).run();
            }
            if (wanted.contains("memory")) {
                new MemoryOverADay(folder, System.out).run();
            }
            if (wanted.contains("sheets")) {
                new SheetFigures(folder, System.out).run();
            }
        } finally {
            remove(folder);
        }
        // The station's own threads are daemons, but a second copy may still be writing.
        System.exit(0);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
