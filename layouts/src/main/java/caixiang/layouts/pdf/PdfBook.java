package caixiang.layouts.pdf;

import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PictureFacts;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.PlacedPicture;
import caixiang.layouts.sheet.SheetPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A PDF/A-2b of any number of pages, each exactly the size of its media. Everything is written out as it comes, so memory
 * does not grow with the pictures: a page keeps a few bytes. A JPEG goes in as it is, once, however many slots and pages
 * show it. The same input gives the same bytes on the same Java. Confined to one thread.
 */
public final class PdfBook implements AutoCloseable {

    /** The middle of a Chinese character lies this far above its baseline, in font sizes (box from -0.12 to 0.88). */
    private static final double MIDDLE_OF_CHARACTER = 0.38;

    private final PdfObjects objects;
    private final DocumentFacts facts;
    private final CaptionFonts captionFonts;
    private final EmbeddedFonts fonts = new EmbeddedFonts();
    private final List<Integer> pages = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final int pageTree;
    private final int fontResources;

    PdfBook(OutputStream out, DocumentFacts facts, CaptionFonts captionFonts) throws IOException {
        this.objects = new PdfObjects(out);
        this.facts = facts;
        this.captionFonts = captionFonts;
        this.pageTree = objects.reserve();
        this.fontResources = objects.reserve();
    }

    /** Begins a book; the stream stays the caller's to close. */
    public static PdfBook begin(OutputStream out, DocumentFacts facts) throws IOException {
        return new PdfBook(out, facts, new CaptionFonts());
    }

    /**
     * Puts a picture into the file and returns the number by which pages show it.
     *
     * @throws PictureException if the picture is no whole JPEG
     */
    public int add(JpegBytes picture) throws IOException, PictureException {
        PictureFacts picturesFacts = PictureFacts.of(picture);
        return objects.addStream(
                "/Type/XObject/Subtype/Image/Width " + picturesFacts.size().width() + "/Height "
                        + picturesFacts.size().height() + "/ColorSpace/"
                        + (picturesFacts.isGrey() ? "DeviceGray" : "DeviceRGB")
                        + "/BitsPerComponent 8/Filter/DCTDecode",
                picture.toByteArray());
    }

    /**
     * Draws a page.
     *
     * @param pictures by slot, the number of the picture; a slot without one stays empty
     * @param times how many pages in a row show the same
     */
    public void add(SheetPlan plan, Map<Integer, Integer> pictures, int times) throws IOException {
        var content = new PageContent(plan.page().height());
        drawPictures(content, plan, pictures);
        plan.cutMarks().forEach(content::line);
        plan.bars().forEach(content::bar);
        for (PlacedCaption caption : plan.captions()) {
            drawCaption(content, caption);
        }
        int stream = objects.addStream("/Filter/FlateDecode", PdfArchive.deflated(content.bytes()));
        String page = page(plan.page(), stream, new TreeSet<>(pictures.values()));
        for (int time = 0; time < times; time++) {
            pages.add(objects.add(page));
        }
    }

    /** Ends the file; returns the characters that no font has, each of which stands on its page as 〓. */
    public List<String> finish() throws IOException {
        var kids = new StringBuilder();
        pages.forEach(page -> kids.append(PdfObjects.reference(page)).append(' '));
        objects.put(pageTree, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        objects.put(fontResources, "<<" + fonts.write(objects) + ">>");
        int metadata = PdfArchive.metadata(objects, facts);
        int intent = PdfArchive.outputIntent(objects);
        // Whatever prints this must not fit it to the paper: 3 % more makes a wrong photograph.
        int catalog = objects.add("<</Type/Catalog/Pages " + PdfObjects.reference(pageTree) + "/Metadata "
                + PdfObjects.reference(metadata) + "/OutputIntents[" + PdfObjects.reference(intent)
                + "]/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>");
        objects.finish(catalog, PdfArchive.information(objects, facts));
        return List.copyOf(missing);
    }

    @Override
    public void close() throws IOException {
        fonts.close();
    }

    private String page(Size size, int content, Set<Integer> pictures) {
        String box = "[0 0 " + PageContent.decimal(PageContent.points(size.width())) + " "
                + PageContent.decimal(PageContent.points(size.height())) + "]";
        var images = new StringBuilder();
        pictures.forEach(picture -> images.append(name(picture)).append(' ').append(PdfObjects.reference(picture)));
        return "<</Type/Page/Parent " + PdfObjects.reference(pageTree) + "/MediaBox" + box + "/TrimBox" + box
                + "/Contents " + PdfObjects.reference(content) + "/Resources<</Font "
                + PdfObjects.reference(fontResources) + "/XObject<<" + images + ">>>>>>";
    }

    private static String name(int picture) {
        return "/I" + picture;
    }

    /** Bleeds go first: where one reaches into a neighbour, the neighbour covers it. */
    private static void drawPictures(PageContent content, SheetPlan plan, Map<Integer, Integer> pictures) {
        for (PlacedPicture placed : plan.pictures()) {
            Integer picture = pictures.get(placed.slot());
            if (picture != null && placed.bleed().isPositive()) {
                content.image(name(picture).substring(1), placed.area().grownBy(placed.bleed()), placed.orientation());
            }
        }
        for (PlacedPicture placed : plan.pictures()) {
            Integer picture = pictures.get(placed.slot());
            if (picture != null) {
                content.image(name(picture).substring(1), placed.area(), placed.orientation());
            }
        }
    }

    private void drawCaption(PageContent content, PlacedCaption caption) throws IOException {
        CaptionFonts.Line line = captionFonts.line(caption.text());
        missing.addAll(line.missing());
        double perPoint = 0;
        for (CaptionFonts.Run run : line.runs()) {
            perPoint += fonts.width(run);
        }
        Rectangle area = caption.area();
        boolean isAcross = caption.orientation() == Orientation.PORTRAIT;
        double room = PageContent.points(isAcross ? area.width() : area.height());
        double depth = PageContent.points(isAcross ? area.height() : area.width());
        double size = Math.min(PageContent.points(caption.fontSize()), perPoint > 0 ? room / perPoint : room);
        double before = (room - size * perPoint) / 2;
        double above = depth / 2 - size * MIDDLE_OF_CHARACTER;
        double bottom = content.up(area.bottom());
        if (isAcross) {
            content.beginText(1, 0, 0, 1, PageContent.points(area.left()) + before, bottom + above);
        } else {
            content.beginText(0, 1, -1, 0, PageContent.points(area.right()) - above, bottom + before);
        }
        for (CaptionFonts.Run run : line.runs()) {
            content.run(fonts.name(run.font()), size, fonts.codes(run));
        }
        content.endText();
    }
}
