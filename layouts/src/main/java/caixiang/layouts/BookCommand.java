package caixiang.layouts;

import caixiang.layouts.SubjectSource.SourceException;
import caixiang.layouts.gang.GangGrid;
import caixiang.layouts.gang.GangMedia;
import caixiang.layouts.gang.GangOrder;
import caixiang.layouts.pdf.DocumentFacts;
import caixiang.layouts.sheet.Media;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.template.PhotoSizes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code sheet gang} and {@code sheet proof}: many people into one PDF. Exit status 0 done, 1 failed, 2 wrong usage, 3 done
 * without some pictures, which are named.
 */
public final class BookCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int INCOMPLETE = 3;

    private static final int COPIES_MAX = 100;
    private static final int NAMED_MAX = 20;
    private static final String USUAL_SET = "2寸x4,1寸x8";
    private static final Set<String> OWN = Set.of("--media", "--set", "--order", "-o");

    private static final String USAGE = """
            用法 / usage:
              sheet gang  … [--media a4] [--set 2寸x4,1寸x8] [--order piles|stack] -o OUT.pdf
              sheet proof … -o OUT.pdf

              gang              多人拼大版，供冲印店裁切 / many people on large paper, to be cut by a lab
              proof             班级小样，供学院核对 / a contact sheet of each class, for the office
              --media NAME      a4, a3, sra3, 12x18in, roll:305x600 (宽×长，毫米 / mm)
              --set SIZExN,…    每人各要几张 / what everybody gets
              --order piles     每版按张数连印，每摞即一人 / a sheet is repeated, each cut pile is one person
              --order stack     裁后叠起即按号 / the piles laid on each other are in the order of numbers
              -o OUT.pdf        输出文件 / the PDF to write
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final SubjectSource source;

    public BookCommand(PrintStream out, PrintStream err, Clock clock, SubjectSource source) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.source = source;
    }

    /** Whether the words after {@code sheet} are for this command. */
    public static boolean isFor(List<String> words) {
        return !words.isEmpty() && (words.get(0).equals("gang") || words.get(0).equals("proof"));
    }

    /**
     * Does what the words say and returns the exit status.
     *
     * @param words from {@code gang} or {@code proof} on
     */
    public int run(List<String> words) {
        try {
            boolean isGang = words.get(0).equals("gang");
            List<String> rest = words.subList(1, words.size());
            if (rest.contains("--help")) {
                out.print(USAGE);
                out.print(source.usage());
                return DONE;
            }
            Map<String, String> options = parse(rest, isGang);
            Path target = target(options);
            // Before anything is read: a wrong paper or size is said at once.
            GangOrder order = isGang ? order(options) : GangOrder.PILES;
            Media media = isGang ? media(options) : paper("a4");
            List<GangBook.Item> items = isGang ? items(options, media) : List.of();
            var chosen = new HashMap<>(options);
            chosen.keySet().retainAll(source.options());
            List<Subject> subjects = source.subjects(chosen);
            var facts = new DocumentFacts((isGang ? "gang " : "proof ") + stem(target), clock.instant());
            return report(
                    target,
                    save(
                            target,
                            stream -> isGang
                                    ? new GangBook(media, items, order).write(subjects, facts, stream)
                                    : new ProofBook().write(subjects, facts, stream)));
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            err.print(source.usage());
            return WRONG_USAGE;
        } catch (SourceException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("无法写入 / cannot write: " + e);
        }
        return FAILED;
    }

    private static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    private interface Writing {
        BookReport write(OutputStream out) throws IOException;
    }

    private Map<String, String> parse(List<String> words, boolean isGang) throws UsageException {
        var known = new HashSet<>(source.options());
        known.addAll(isGang ? OWN : Set.of("-o"));
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!known.contains(word)) {
                throw new UsageException("未知选项 / unknown option: " + word);
            }
            if (i + 1 == words.size()) {
                throw new UsageException(word + " 缺少值 / needs a value");
            }
            if (options.put(word, words.get(i + 1)) != null) {
                throw new UsageException("重复的选项 / given twice: " + word);
            }
        }
        return options;
    }

    private static Path target(Map<String, String> options) throws UsageException {
        String target = options.getOrDefault("-o", "");
        if (!target.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw new UsageException("需要 -o，以 .pdf 结尾 / needs -o, ending in .pdf");
        }
        return Path.of(target);
    }

    private static GangOrder order(Map<String, String> options) throws UsageException {
        String word = options.getOrDefault("--order", GangOrder.PILES.word());
        return GangOrder.of(word)
                .orElseThrow(() -> new UsageException("--order 只能是 / can be piles or stack, not " + word));
    }

    private static Media media(Map<String, String> options) throws UsageException {
        return paper(options.getOrDefault("--media", "a4"));
    }

    private static Media paper(String name) throws UsageException {
        return GangMedia.of(name)
                .orElseThrow(() -> new UsageException("--media 只能是 / can be " + GangMedia.NAMES + ", not " + name));
    }

    private static List<GangBook.Item> items(Map<String, String> options, Media media) throws UsageException {
        var items = new ArrayList<GangBook.Item>();
        for (String part : options.getOrDefault("--set", USUAL_SET).split(",", -1)) {
            int times = Math.max(part.lastIndexOf('x'), part.lastIndexOf('×'));
            String name = times < 0 ? part : part.substring(0, times);
            PhotoSize photo = PhotoSizes.shipped()
                    .find(name)
                    .orElseThrow(() -> new UsageException("--set: 没有此尺寸 / no photo size " + name + "; there are "
                            + String.join(", ", PhotoSizes.shipped().names())));
            GangGrid grid = GangGrid.of(media, photo)
                    .orElseThrow(() -> new UsageException("--set: " + name + " (" + photo.size()
                            + ") 放不下 / does not fit" + " onto " + media.size() + " with its margins"));
            items.add(new GangBook.Item(photo, copies(part, times), grid));
        }
        return items;
    }

    private static int copies(String part, int times) throws UsageException {
        String number = times < 0 ? "" : part.substring(times + 1);
        if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > COPIES_MAX) {
            throw new UsageException("--set: 写作 2寸x4 / say 2寸x4, with 1 to " + COPIES_MAX + " copies, not " + part);
        }
        return Integer.parseInt(number);
    }

    /** Whole or not at all: a reader of the folder never sees half a book. */
    private static BookReport save(Path target, Writing writing) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            BookReport report;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                report = writing.write(stream);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int report(Path target, BookReport report) {
        report.refused().stream().limit(NAMED_MAX).forEach(reason -> err.println("照片有误 / picture " + reason));
        if (report.refused().size() > NAMED_MAX) {
            err.println("… 共 / in all " + report.refused().size());
        }
        if (!report.withoutPicture().isEmpty()) {
            err.println("无照片 / no picture (" + report.withoutPicture().size() + "): "
                    + String.join(
                            " ",
                            report.withoutPicture()
                                    .subList(
                                            0,
                                            Math.min(
                                                    NAMED_MAX,
                                                    report.withoutPicture().size()))));
        }
        if (!report.missingGlyphs().isEmpty()) {
            err.println("字体缺字，印作〓 / not in the font, printed as 〓: " + SheetCommand.codePoints(report.missingGlyphs()));
        }
        out.println(target + "  " + report.people() + " 人 / people, " + report.pages() + " 页 / pages");
        return report.refused().isEmpty() && report.withoutPicture().isEmpty() ? DONE : INCOMPLETE;
    }

    private static String stem(Path target) {
        String name = target.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
