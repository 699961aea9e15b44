package caixiang.layouts.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document: which characters it needs is known at its end, and only those go into the file. */
final class EmbeddedFonts implements AutoCloseable {

    private static final float GLYPH_UNITS = 1000;

    /** PDFBox keeps its fonts in a document of its own; that one is never written. */
    private final PDDocument workshop = new PDDocument();

    private final Map<FontFile, PDType0Font> fonts = new HashMap<>();
    private final Map<String, FontFile> byName = new LinkedHashMap<>();

    /** Width at a font size of one. */
    double width(CaptionFonts.Run run) throws IOException {
        return font(run.font()).getStringWidth(run.text()) / GLYPH_UNITS;
    }

    /** The run as the codes of its glyphs, which are then part of the subset. */
    String codes(CaptionFonts.Run run) throws IOException {
        PDType0Font font = font(run.font());
        run.text().codePoints().forEach(font::addToSubset);
        return HexFormat.of().formatHex(font.encode(run.text()));
    }

    /** As the pages' resources call it. */
    String name(FontFile file) throws IOException {
        PDType0Font unused = font(file);
        for (Map.Entry<String, FontFile> entry : byName.entrySet()) {
            if (entry.getValue() == file) {
                return entry.getKey();
            }
        }
        throw new AssertionError("every embedded font has a name");
    }

    /** Writes the subsets; the entries of a font resource dictionary. */
    String write(PdfObjects objects) throws IOException {
        var entries = new StringBuilder();
        for (Map.Entry<String, FontFile> entry : byName.entrySet()) {
            PDType0Font font = font(entry.getValue());
            font.subset();
            int object = new CosCopy(objects).add(font.getCOSObject());
            entries.append('/').append(entry.getKey()).append(' ').append(PdfObjects.reference(object));
        }
        return entries.toString();
    }

    @Override
    public void close() throws IOException {
        workshop.close();
    }

    private PDType0Font font(FontFile file) throws IOException {
        PDType0Font font = fonts.get(file);
        if (font == null) {
            font = file.embedIn(workshop);
            fonts.put(file, font);
            byName.put("F" + byName.size(), file);
        }
        return font;
    }
}
