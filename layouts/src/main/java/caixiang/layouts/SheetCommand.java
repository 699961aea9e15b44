package caixiang.layouts;

import caixiang.layouts.SheetArguments.UsageException;
import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.pdf.DrawnSheet;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PictureFacts;
import caixiang.layouts.picture.Portrait;
import caixiang.layouts.picture.PortraitFormat;
import caixiang.layouts.picture.Portraits;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.sheet.Slot;
import caixiang.layouts.template.SheetTemplates;
import caixiang.layouts.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command {@code sheet}: one portrait and a template to a PDF. Exit status 0 done, 1 failed, 2 wrong usage. */
public final class SheetCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final int FIT_DPI_MAX = 600;
    private static final int FIT_QUALITY_PERCENT = 95;

    private static final String USAGE = """
            用法 / usage:
              sheet --template NAME [--templates DIR] [--caption TEXT] [--fit crop] PORTRAIT.jpg -o OUT.pdf
              sheet --list [--templates DIR]
              sheet gang --help | sheet proof --help    多人拼版、班级小样 / many people, contact sheets
              sheet --help

              --template NAME   版式 / the sheet: 4x2in (2寸×4), 8x1in (1寸×8), set-4x6 … (--list)
              --templates DIR   另外使用此文件夹中的版式 / use the templates (*.json) of this folder as well
              --caption TEXT    裁切区外的一行文字 / one line of text in the waste
              --fit crop        比例不符时居中裁切 / cut a picture of another shape by its centre
              -o OUT.pdf        输出文件 / the PDF to write
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    SheetCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        useQuietLog();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new SheetCommand(out, err, Clock.systemUTC()).run(List.of(args)));
    }

    int run(List<String> words) {
        if (BookCommand.isFor(words)) {
            return new BookCommand(out, err, clock, new FolderSubjects()).run(words);
        }
        try {
            SheetArguments arguments = SheetArguments.parse(words);
            if (arguments.wantsHelp()) {
                out.print(USAGE);
            } else if (arguments.wantsList()) {
                templates(arguments).all().forEach(template -> out.println(line(template)));
            } else {
                write(arguments);
            }
            return DONE;
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return WRONG_USAGE;
        } catch (TemplateException e) {
            err.println("版式有误 / template: " + e.getMessage());
        } catch (PictureException e) {
            err.println("照片有误 / picture: " + e.getMessage());
        } catch (IOException e) {
            err.println("无法写入 / cannot write: " + e);
        }
        return FAILED;
    }

    private void write(SheetArguments arguments) throws TemplateException, PictureException, IOException {
        SheetTemplate template = templates(arguments).get(arguments.template());
        JpegBytes portrait = JpegBytes.read(arguments.portrait());
        if (!Sheets.fits(PictureFacts.of(portrait), template.photo()) && arguments.mayCrop()) {
            portrait = cropped(portrait, template);
        }
        var order = new SheetOrder(template, portrait, arguments.caption(), template.name(), clock.instant());
        DrawnSheet sheet = new Sheets().render(order);
        save(sheet, arguments.out());
        if (!sheet.missingGlyphs().isEmpty()) {
            err.println("字体缺字，印作〓 / not in the font, printed as 〓: " + codePoints(sheet.missingGlyphs()));
        }
        out.println(arguments.out() + "  " + line(template));
    }

    /** Numbers too: what our font lacks, the terminal's may lack as well. */
    static String codePoints(List<String> glyphs) {
        return glyphs.stream()
                .map(glyph -> "%s (U+%04X)".formatted(glyph, glyph.codePointAt(0)))
                .collect(Collectors.joining(" "));
    }

    private JpegBytes cropped(JpegBytes picture, SheetTemplate template) throws PictureException {
        Portrait cut = Portraits.cut(picture, CropRectangle.WHOLE, fittingFormat(PictureFacts.of(picture), template));
        err.println("已居中裁切并重新编码 / cut by the centre and encoded anew at %d %%: %s pixels of %s"
                .formatted(FIT_QUALITY_PERCENT, cut.crop().size(), cut.frame()));
        return cut.jpeg();
    }

    /** As fine as the picture is, but no finer than any printer. */
    private static PortraitFormat fittingFormat(PictureFacts picture, SheetTemplate template) {
        PixelSize atMost = template.photo().size().pixels(FIT_DPI_MAX);
        double share = Math.min(
                (double) picture.size().width() / atMost.width(),
                (double) picture.size().height() / atMost.height());
        int dpi = (int) Math.max(1, Math.min(1, share) * FIT_DPI_MAX);
        return PortraitFormat.printed(template.photo().size(), dpi, FIT_QUALITY_PERCENT);
    }

    /** Whole or not at all: a reader of the folder never sees half a sheet. */
    private static void save(DrawnSheet sheet, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(part, sheet.toByteArray());
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static SheetTemplates templates(SheetArguments arguments) throws TemplateException {
        Optional<Path> folder = arguments.templates();
        return folder.isPresent() ? SheetTemplates.from(folder.get()) : SheetTemplates.shipped();
    }

    private static String line(SheetTemplate template) {
        Map<PhotoSize, Long> photos = template.pictures().slots().stream()
                .collect(Collectors.groupingBy(Slot::photo, LinkedHashMap::new, Collectors.counting()));
        String pictures = photos.entrySet().stream()
                .map(photo -> "%s×%d (%s)"
                        .formatted(
                                photo.getKey().name(),
                                photo.getValue(),
                                photo.getKey().size()))
                .collect(Collectors.joining(" + "));
        return "%s  %s  %s (%s)"
                .formatted(
                        template.name(),
                        pictures,
                        template.media().name(),
                        template.media().size());
    }

    /** Only warnings, and on the error stream; whoever sets a configuration keeps it. */
    private static void useQuietLog() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "caixiang/layouts/command-log.xml");
        }
    }
}
