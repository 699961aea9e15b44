package caixiang.sim.printer.raster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Puts documents onto paper as the print head would. Confined to one thread at a time. */
public final class PaperRaster {
    /** Dye-sublimation printers enlarge what fills the paper, so that no white edge is left (Gutenprint: 3 %). */
    private static final double OVERSCAN = 1.03;

    private static final double POINTS_PER_INCH = 72;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double METRES_PER_INCH = 0.0254;
    private static final int PIXELS_MAX = 60_000_000;

    private final int dpi;
    private final Mechanics mechanics;

    public PaperRaster(int dpi, Mechanics mechanics) {
        this.dpi = dpi;
        this.mechanics = mechanics;
    }

    /** The first page of each document on one piece of paper, one over the other. Documents are PDF or JPEG. */
    public BufferedImage draw(List<Path> documents, PaperFormat paper) throws IOException {
        int across = paper.pixelsAcross(dpi);
        int along = paper.pixelsAlong(dpi);
        if ((long) across * along > PIXELS_MAX) {
            throw new IOException("paper of " + across + " x " + along + " pixels is too large to be drawn");
        }
        BufferedImage sheet = new BufferedImage(across, along, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, across, along);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        double perMillimetre = dpi / MILLIMETRES_PER_INCH;
        pen.translate(mechanics.rightMillimetres() * perMillimetre, mechanics.downMillimetres() * perMillimetre);
        pen.scale(mechanics.acrossScale(), mechanics.alongScale());
        try {
            for (Path document : documents) {
                Graphics2D own = (Graphics2D) pen.create();
                draw(document, paper, own);
                own.dispose();
            }
        } finally {
            pen.dispose();
        }
        return sheet;
    }

    private void draw(Path document, PaperFormat paper, Graphics2D pen) throws IOException {
        if (document.toString().endsWith(".jpg")) {
            BufferedImage picture = ImageIO.read(document.toFile());
            if (picture == null) {
                throw new IOException(document.getFileName() + " is no picture");
            }
            // A picture has no size of its own; it is printed at the head's resolution.
            place(picture.getWidth(), picture.getHeight(), paper, pen);
            pen.drawImage(picture, 0, 0, null);
            return;
        }
        try (PDDocument pdf = Loader.loadPDF(document.toFile())) {
            PDRectangle page = pdf.getPage(0).getCropBox();
            boolean lies = pdf.getPage(0).getRotation() % 180 != 0;
            double scale = dpi / POINTS_PER_INCH;
            double wide = (lies ? page.getHeight() : page.getWidth()) * scale;
            double high = (lies ? page.getWidth() : page.getHeight()) * scale;
            place(wide, high, paper, pen);
            new PDFRenderer(pdf).renderPageToGraphics(0, pen, (float) scale);
        }
    }

    /** Sizes in pixels. What is not scaled is centred and cut at the edges (PWG 5100.16 §7.6). */
    private void place(double wide, double high, PaperFormat paper, Graphics2D pen) {
        double across = paper.pixelsAcross(dpi);
        double along = paper.pixelsAlong(dpi);
        double least = Math.min(across / wide, along / high);
        double most = Math.max(across / wide, along / high);
        double factor = switch (paper.printScaling()) {
            case "none" -> 1;
            case "fill" -> most * OVERSCAN;
            case "fit" -> least;
            case "auto-fit" -> Math.min(1, least);
            default -> paper.borderless() ? most * OVERSCAN : Math.min(1, least);
        };
        pen.translate((across - wide * factor) / 2, (along - high * factor) / 2);
        pen.scale(factor, factor);
    }

    /** As a PNG that says its own resolution. */
    public byte[] png(BufferedImage sheet) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(sheet), writer.getDefaultWriteParam());
            IIOMetadataNode physical = new IIOMetadataNode("pHYs");
            String perMetre = Long.toString(Math.round(dpi / METRES_PER_INCH));
            physical.setAttribute("pixelsPerUnitXAxis", perMetre);
            physical.setAttribute("pixelsPerUnitYAxis", perMetre);
            physical.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(physical);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            writer.setOutput(out);
            writer.write(new IIOImage(sheet, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
