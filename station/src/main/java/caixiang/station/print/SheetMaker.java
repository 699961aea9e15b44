package caixiang.station.print;

import caixiang.layouts.SheetOrder;
import caixiang.layouts.Sheets;
import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.pdf.DrawnSheet;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.template.SheetTemplates;
import caixiang.layouts.template.TemplateException;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.DerivedFiles;
import caixiang.station.archive.Frame;
import caixiang.station.config.NameStyle;
import caixiang.station.crash.CrashPoint;
import caixiang.station.store.SheetJob;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.StoreException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws planned sheets into the archive. The same sheet gives the same bytes. Confined to one thread at a time. */
final class SheetMaker {
    private static final Logger log = LoggerFactory.getLogger(SheetMaker.class);

    private final SheetLedger ledger;
    private final DerivedFiles files;
    private final SheetTemplates templates;
    private final NameStyle names;
    private final Sheets sheets = new Sheets();

    SheetMaker(SheetLedger ledger, DerivedFiles files, SheetTemplates templates, NameStyle names) {
        this.ledger = ledger;
        this.files = files;
        this.templates = templates;
        this.names = names;
    }

    /** Draws the next planned sheet; false when there is none. */
    boolean drawNext() throws StoreException {
        Optional<SheetRow> next = ledger.nextToDraw();
        if (next.isEmpty()) {
            return false;
        }
        SheetRow sheet = next.get();
        try {
            draw(sheet);
            ledger.drawn(sheet);
            CrashPoint.SHEET_DRAWN.passed();
        } catch (PictureException | TemplateException | RuntimeException e) {
            // Also a failure of the drawing itself stays with its sheet: the sheets after it are drawn.
            log.error("sheet {} cannot be drawn", sheet.sheetId(), e);
            SheetJob job = sheet.job().because("drawing-failed");
            var unused = ledger.move(sheet, SheetState.FAILED, job);
        } catch (IOException e) {
            throw new StoreException(StoreException.Fault.FAILED, "sheet " + sheet.sheetId() + " cannot be written", e);
        }
        return true;
    }

    private void draw(SheetRow sheet) throws PictureException, TemplateException, IOException, StoreException {
        SheetLedger.Subject subject = ledger.subject(sheet);
        Frame frame = subject.frame();
        int number = frame.number().orElse(0);
        String caption = Caption.of(number, subject.name(), frame.sessionId(), subject.copy(), names);
        JpegBytes portrait = JpegBytes.read(files.resolve(ArchivePaths.portraitFile(frame)));
        String title = String.format(Locale.ROOT, "%s %04d %s", frame.sessionId(), number, sheet.template());
        DrawnSheet drawn = sheets.render(new SheetOrder(
                templates.get(sheet.template()),
                portrait,
                caption,
                title,
                frame.times().filed()));
        files.write(sheet.file(), drawn.toByteArray());
        CrashPoint.SHEET_WRITTEN.passed();
        if (!drawn.missingGlyphs().isEmpty()) {
            log.warn(
                    "the caption of sheet {} lacks {} characters",
                    sheet.sheetId(),
                    drawn.missingGlyphs().size());
        }
    }

    /** How a drawn sheet is to be printed. */
    PrintOrder order(SheetRow sheet) throws TemplateException {
        SheetTemplate template = templates.get(sheet.template());
        return new PrintOrder(sheet.job().name(), files.resolve(sheet.file()), template.media(), clearance(template));
    }

    /** From the edge of the paper to the nearest picture. */
    private static Length clearance(SheetTemplate template) {
        Size page = template.media().size();
        return Imposition.plan(template, "").pictures().stream()
                .flatMap(picture -> edges(page, picture.area()))
                .min(Length::compareTo)
                .orElse(Length.ZERO);
    }

    private static Stream<Length> edges(Size page, Rectangle area) {
        return Stream.of(
                area.left(),
                area.top(),
                page.width().minus(area.right()),
                page.height().minus(area.bottom()));
    }
}
