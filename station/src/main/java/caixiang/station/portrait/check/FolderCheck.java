package caixiang.station.portrait.check;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PortraitFormat;
import caixiang.layouts.picture.Portraits;
import caixiang.station.portrait.Examination;
import caixiang.station.portrait.Examiner;
import caixiang.station.portrait.rules.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Examines every JPEG below a folder, in the order of their names, and writes as it goes: archives are large. */
public final class FolderCheck {
    private static final PortraitFormat THUMBNAIL = new PortraitFormat(new PixelSize(240, 320), 96, 80);

    private final Examiner examiner;
    private final PrintStream progress;

    public FolderCheck(Examiner examiner, PrintStream progress) {
        this.examiner = examiner;
        this.progress = progress;
    }

    /** How many files came out how. */
    public record Counts(int passed, int warned, int failed) {}

    /**
     * Examines all of them; a report that is not wanted is left out.
     *
     * @throws IOException if the folder cannot be listed or a report not written
     */
    public Counts check(Path folder, Optional<Path> html, Optional<Path> csv) throws IOException {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        try (HtmlReport page = new HtmlReport(writer(html), examiner.pack());
                CsvReport table = new CsvReport(writer(csv), examiner.pack())) {
            for (Path file : pictures(folder)) {
                CheckedFile checked = check(folder, file);
                counts.merge(checked.level(), 1, Integer::sum);
                page.add(checked);
                table.add(checked);
                progress.println(checked.level().code() + "\t" + checked.name());
            }
        }
        return new Counts(
                counts.getOrDefault(Level.PASS, 0),
                counts.getOrDefault(Level.WARN, 0),
                counts.getOrDefault(Level.FAIL, 0));
    }

    private CheckedFile check(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        try {
            JpegBytes jpeg = JpegBytes.read(file);
            Examination seen = examiner.examine(jpeg);
            JpegBytes thumbnail =
                    Portraits.cut(jpeg, seen.judged().crop(), THUMBNAIL).jpeg();
            return new CheckedFile(name, Optional.of(seen), Optional.of(thumbnail), "");
        } catch (PictureException | RuntimeException e) {
            // A decoder may fail in many ways at a damaged file; the files after it are judged all the same.
            return new CheckedFile(name, Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"))
                    .sorted()
                    .toList();
        }
    }

    private static Writer writer(Optional<Path> file) throws IOException {
        return file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter();
    }
}
