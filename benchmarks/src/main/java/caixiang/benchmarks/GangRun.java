package caixiang.benchmarks;

import caixiang.layouts.GangBook;
import caixiang.layouts.Subject;
import caixiang.layouts.gang.GangGrid;
import caixiang.layouts.gang.GangMedia;
import caixiang.layouts.gang.GangOrder;
import caixiang.layouts.pdf.DocumentFacts;
import caixiang.layouts.sheet.Media;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.template.PhotoSizes;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A book of everybody in a folder, twice: the second time is measured. */
final class GangRun {
    private GangRun() {}

    public static void main(String[] words) throws Exception {
        List<Subject> subjects;
        try (Stream<Path> files = Files.list(Path.of(words[0]))) {
            subjects = files.sorted()
                    .map(file ->
                            new Subject("示例", file.getFileName().toString().substring(0, 5), "", Optional.of(file), ""))
                    .toList();
        }
        Path target = Path.of(words[1]);
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            write(subjects, target);
            took.add((System.nanoTime() - start) / 1e6);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "gang of %d: best %.0f ms, median %.0f ms, %d MB; within 100 MB of heap, %.1f MB of it used afterwards%n",
                subjects.size(),
                took.subList(1, 4).stream().mapToDouble(x -> x).min().orElse(0),
                Figures.median(took.subList(1, 4)),
                Files.size(target) >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static void write(List<Subject> subjects, Path target) throws Exception {
        Media media = GangMedia.of("sra3").orElseThrow();
        PhotoSize photo = PhotoSizes.shipped().find("2寸").orElseThrow();
        var item = new GangBook.Item(photo, 4, GangGrid.of(media, photo).orElseThrow());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            new GangBook(media, List.of(item), GangOrder.PILES)
                    .write(subjects, new DocumentFacts("gang", Instant.EPOCH), out);
        }
    }
}
