package caixiang.layouts.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The Chinese font, parsed once (about 20 ms) and embedded as a subset. Confined to one thread at a time. */
final class CaptionFont {

    /** 〓, the mark of Chinese typesetters for a character that has to be added by hand. */
    private static final int GETA = 0x3013;

    private static final String FILE = "NotoSansSC-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    CaptionFont() {
        try (InputStream in = CaptionFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing from the program");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures would come out of a text search as other characters than those put in.
            font.setEnableGsub(false);
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text the font can draw, and the characters of the original that it cannot. */
    record Drawable(String text, List<String> missing) {}

    /** One line: line breaks and controls become spaces, missing glyphs 〓. */
    Drawable drawable(String text) {
        var drawable = new StringBuilder();
        var missing = new ArrayList<String>();
        text.codePoints().filter(c -> !isVariationSelector(c)).forEach(c -> {
            if (isSpace(c)) {
                drawable.append(' ');
            } else if (glyphs.getGlyphId(c) > 0) {
                drawable.appendCodePoint(c);
            } else {
                drawable.appendCodePoint(GETA);
                missing.add(Character.toString(c));
            }
        });
        return new Drawable(drawable.toString(), missing);
    }

    PDType0Font embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    /** They choose between forms of the same character (Unicode §23.4); the plain form is right without them. */
    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isSpace(int c) {
        return Character.isISOControl(c) || (Character.isSpaceChar(c) && c != '\u3000');
    }
}
