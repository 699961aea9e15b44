package caixiang.layouts.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One font of the program, parsed once (about 20 ms) and embedded as a subset. Confined to one thread at a time. */
final class FontFile {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    FontFile(String file) {
        try (InputStream in = FontFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing from the program");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures would come out of a text search as other characters than those put in.
            font.setEnableGsub(false);
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) > 0;
    }

    PDType0Font embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }
}
