package caixiang.layouts.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A finished PDF, and what could not be drawn as asked. */
public final class DrawnSheet {

    private final byte[] pdf;
    private final List<String> missingGlyphs;

    DrawnSheet(byte[] pdf, List<String> missingGlyphs) {
        this.pdf = pdf;
        this.missingGlyphs = List.copyOf(missingGlyphs);
    }

    public byte[] toByteArray() {
        return pdf.clone();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(pdf);
    }

    public int size() {
        return pdf.length;
    }

    /** Characters of the caption that the font lacks, in order; each stands on the sheet as 〓. Mostly empty. */
    public List<String> missingGlyphs() {
        return missingGlyphs;
    }
}
