package caixiang.layouts.pdf;

import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.sheet.PlacedPicture;
import caixiang.layouts.sheet.SheetPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws single sheets. Keeps the parsed fonts. Safe for several threads: they take turns, because a parsed font has one
 * owner at a time; a sheet takes a few milliseconds.
 */
public final class SheetDrawing {

    private final CaptionFonts fonts = new CaptionFonts();

    /**
     * Draws one sheet that shows one picture in all its slots.
     *
     * @throws PictureException if the picture is no whole JPEG
     */
    public synchronized DrawnSheet draw(SheetPlan plan, JpegBytes picture, DocumentFacts facts)
            throws PictureException {
        var pdf = new ByteArrayOutputStream(picture.size() + (1 << 14));
        try (var book = new PdfBook(pdf, facts, fonts)) {
            int portrait = book.add(picture);
            Map<Integer, Integer> everywhere =
                    plan.pictures().stream().collect(Collectors.toMap(PlacedPicture::slot, slot -> portrait));
            book.add(plan, everywhere, 1);
            List<String> missing = book.finish();
            return new DrawnSheet(pdf.toByteArray(), missing);
        } catch (IOException e) {
            throw new AssertionError("drawing in memory failed", e);
        }
    }
}
