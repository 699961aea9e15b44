package caixiang.layouts.pdf;

import caixiang.layouts.geometry.Size;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PictureFacts;
import caixiang.layouts.sheet.CutMark;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.PlacedPicture;
import caixiang.layouts.sheet.SheetPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws sheet plans as PDF/A-2b of one page, exactly the size of the media. The JPEG goes in as it is, once, however many
 * slots show it. The same input gives the same bytes on the same Java. Safe for several threads: they take turns, because
 * the parsed font has one owner at a time; a sheet takes about 5 ms.
 */
public final class SheetDrawing {

    /** The middle of a Chinese character lies this far above its baseline, in font sizes (box from -0.12 to 0.88). */
    private static final float MIDDLE_OF_CHARACTER = 0.38f;

    private static final float GLYPH_UNITS = 1000;
    private static final int BITS_PER_COMPONENT = 8;

    private final CaptionFont captionFont = new CaptionFont();

    /**
     * Draws one sheet.
     *
     * @throws PictureException if the picture is no whole JPEG
     */
    public synchronized DrawnSheet draw(SheetPlan plan, JpegBytes picture, DocumentFacts facts)
            throws PictureException {
        try (var document = new PDDocument()) {
            PdfArchive.describe(document, facts);
            setViewerPreferences(document);
            PDPage page = page(plan.page());
            document.addPage(page);
            var points = new Points(plan.page());
            var missing = new ArrayList<String>();
            try (var content = new PDPageContentStream(document, page)) {
                drawPictures(content, points, plan.pictures(), image(document, picture));
                for (CutMark mark : plan.cutMarks()) {
                    drawCutMark(content, points, mark);
                }
                for (PlacedCaption caption : plan.captions()) {
                    missing.addAll(drawCaption(document, content, points.of(caption.area()), caption));
                }
            }
            var pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return new DrawnSheet(pdf.toByteArray(), missing);
        } catch (IOException e) {
            throw new AssertionError("drawing in memory failed", e);
        }
    }

    /** PDFBox's own factory would look at the picture through ImageIO and its temporary files; the facts are known. */
    private static PDImageXObject image(PDDocument document, JpegBytes picture) throws IOException, PictureException {
        PictureFacts facts = PictureFacts.of(picture);
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(picture.toByteArray()),
                COSName.DCT_DECODE,
                facts.size().width(),
                facts.size().height(),
                BITS_PER_COMPONENT,
                facts.isGrey() ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE);
    }

    /** Whatever prints this must not fit it to the paper: 3 % more makes a wrong photograph. */
    private static void setViewerPreferences(PDDocument document) {
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static PDPage page(Size size) {
        PDRectangle media = Points.of(size);
        var page = new PDPage(media);
        page.setTrimBox(media);
        return page;
    }

    private static void drawPictures(
            PDPageContentStream content, Points points, List<PlacedPicture> pictures, PDImageXObject image)
            throws IOException {
        for (PlacedPicture placed : pictures) {
            content.drawImage(image, unitSquareTo(points.of(placed.area()), placed.orientation()));
        }
    }

    /** PDF draws an image into the square from 0,0 to 1,1; this puts the square, turned or not, onto the area. */
    private static Matrix unitSquareTo(PDRectangle area, Orientation orientation) {
        return switch (orientation) {
            case PORTRAIT ->
                new Matrix(area.getWidth(), 0, 0, area.getHeight(), area.getLowerLeftX(), area.getLowerLeftY());
            case LANDSCAPE ->
                new Matrix(0, area.getHeight(), -area.getWidth(), 0, area.getUpperRightX(), area.getLowerLeftY());
        };
    }

    private static void drawCutMark(PDPageContentStream content, Points points, CutMark mark) throws IOException {
        content.setStrokingColor(0f);
        content.setLineWidth(Points.of(mark.lineWidth()));
        content.moveTo(Points.of(mark.from().x()), points.up(mark.from().y()));
        content.lineTo(Points.of(mark.to().x()), points.up(mark.to().y()));
        content.stroke();
    }

    private List<String> drawCaption(
            PDDocument document, PDPageContentStream content, PDRectangle area, PlacedCaption caption)
            throws IOException {
        CaptionFont.Drawable line = captionFont.drawable(caption.text());
        PDType0Font font = captionFont.embedIn(document);
        boolean isAcross = caption.orientation() == Orientation.PORTRAIT;
        float room = isAcross ? area.getWidth() : area.getHeight();
        float widthPerPoint = font.getStringWidth(line.text()) / GLYPH_UNITS;
        float size = Math.min(Points.of(caption.fontSize()), room / widthPerPoint);
        float before = (room - size * widthPerPoint) / 2;
        float above = ((isAcross ? area.getHeight() : area.getWidth()) / 2) - size * MIDDLE_OF_CHARACTER;
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(0f);
        content.setTextMatrix(
                isAcross
                        ? new Matrix(1, 0, 0, 1, area.getLowerLeftX() + before, area.getLowerLeftY() + above)
                        : new Matrix(0, 1, -1, 0, area.getUpperRightX() - above, area.getLowerLeftY() + before));
        content.showText(line.text());
        content.endText();
        return line.missing();
    }
}
