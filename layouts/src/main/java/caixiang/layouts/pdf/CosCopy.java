package caixiang.layouts.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Copies what PDFBox made (an embedded font) into our file: its streams as objects, everything else in place. */
final class CosCopy {

    private final PdfObjects objects;

    CosCopy(PdfObjects objects) {
        this.objects = objects;
    }

    int add(COSDictionary dictionary) throws IOException {
        return objects.add(text(dictionary));
    }

    private String text(COSBase value) throws IOException {
        if (value instanceof COSObject indirect) {
            return text(indirect.getObject());
        }
        if (value instanceof COSStream stream) {
            try (InputStream raw = stream.createRawInputStream()) {
                return PdfObjects.reference(objects.addStream(entries(stream), raw.readAllBytes()));
            }
        }
        if (value instanceof COSDictionary dictionary) {
            return "<<" + entries(dictionary) + ">>";
        }
        if (value instanceof COSArray array) {
            var text = new StringBuilder("[");
            for (int i = 0; i < array.size(); i++) {
                text.append(i == 0 ? "" : " ").append(text(array.get(i)));
            }
            return text.append(']').toString();
        }
        return atom(value);
    }

    private String entries(COSDictionary dictionary) throws IOException {
        var text = new StringBuilder();
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (!entry.getKey().equals(COSName.LENGTH)) {
                text.append(name(entry.getKey())).append(' ').append(text(entry.getValue()));
            }
        }
        return text.toString();
    }

    private static String atom(COSBase value) {
        if (value instanceof COSName name) {
            return name(name);
        }
        if (value instanceof COSNumber number) {
            float real = number.floatValue();
            return real == number.longValue() ? Long.toString(number.longValue()) : PageContent.decimal(real);
        }
        if (value instanceof COSString string) {
            return "<" + HexFormat.of().formatHex(string.getBytes()) + ">";
        }
        if (value instanceof COSBoolean truth) {
            return Boolean.toString(truth.getValue());
        }
        if (value instanceof COSNull) {
            return "null";
        }
        throw new IllegalArgumentException("a font holds no " + value.getClass());
    }

    /** ISO 32000-1 §7.3.5: what is no regular character is written as # and two digits. */
    private static String name(COSName name) {
        var text = new StringBuilder("/");
        for (byte b : name.getName().getBytes(StandardCharsets.UTF_8)) {
            boolean isRegular = b > ' ' && b < 127 && "()<>[]{}/%#".indexOf(b) < 0;
            text.append(isRegular ? String.valueOf((char) b) : "#%02X".formatted(b & 0xFF));
        }
        return text.toString();
    }
}
