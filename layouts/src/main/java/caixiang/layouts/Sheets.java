package caixiang.layouts;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.pdf.DocumentFacts;
import caixiang.layouts.pdf.DrawnSheet;
import caixiang.layouts.pdf.SheetDrawing;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PictureFacts;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.SheetPlan;

/** Makes sheets. Keep one: it holds the parsed font. Safe for several threads, which take turns at drawing. */
public final class Sheets {

    /** Sheets are true to a tenth of a millimetre, so a picture may be stretched by no more. */
    private static final double STRETCH_MAX_MICROMETRES = 100;

    private final SheetDrawing drawing = new SheetDrawing();

    /**
     * Plans and draws one sheet. The same order gives the same bytes.
     *
     * @throws PictureException if the portrait is no JPEG, not upright, not sRGB, or of another shape than the slots
     */
    public DrawnSheet render(SheetOrder order) throws PictureException {
        requireFit(order.portrait(), order.template().photo());
        SheetPlan plan = Imposition.plan(order.template(), order.text());
        return drawing.draw(plan, order.portrait(), new DocumentFacts(order.title(), order.created()));
    }

    /** Whether these bytes can go onto paper untouched, each picture true to a tenth of a millimetre. */
    static boolean fits(PictureFacts picture, PhotoSize photo) {
        return picture.isUpright() && picture.isSrgb() && hasShape(picture.size(), photo.size());
    }

    /** Refuses a picture that would have to be turned, converted or stretched. */
    static void requireFit(JpegBytes portrait, PhotoSize photo) throws PictureException {
        PictureFacts picture = PictureFacts.of(portrait);
        if (!picture.isUpright()) {
            throw new PictureException(
                    "the picture is stored turned or mirrored (Exif orientation), which PDF does not "
                            + "know; cut it anew (--fit crop)");
        }
        if (!picture.isSrgb()) {
            throw new PictureException("the picture is not in sRGB; cut it anew (--fit crop), which converts it");
        }
        if (!hasShape(picture.size(), photo.size())) {
            throw new PictureException(
                    "the picture of %s pixels has the ratio %.4f, but %s (%s) has %.4f; cut it to that "
                                    .formatted(
                                            picture.size(),
                                            ratio(
                                                    picture.size().width(),
                                                    picture.size().height()),
                                            photo.name(),
                                            photo.size(),
                                            ratio(
                                                    photo.size().width().micrometres(),
                                                    photo.size().height().micrometres()))
                            + "ratio, or let it be cut by the centre (--fit crop)");
        }
    }

    private static double ratio(long width, long height) {
        return (double) width / height;
    }

    private static boolean hasShape(PixelSize picture, Size slot) {
        double naturalWidth = (double) slot.height().micrometres() * picture.width() / picture.height();
        return Math.abs(naturalWidth - slot.width().micrometres()) <= STRETCH_MAX_MICROMETRES;
    }
}
