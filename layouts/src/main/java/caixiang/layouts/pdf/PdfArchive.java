package caixiang.layouts.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;

/** What makes a document PDF/A-2b (ISO 19005-2): its metadata twice, and alike, and the colour space its RGB means. */
final class PdfArchive {

    private static final String PRODUCER = "Caixiang";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final DateTimeFormatter PDF_DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT);

    /** ISO 16684-1; the begin attribute holds the byte-order mark that ISO 19005-2 §6.6.2.1 asks for. */
    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                  <pdfaid:part>2</pdfaid:part>
                  <pdfaid:conformance>B</pdfaid:conformance>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                  <xmp:CreateDate>%s</xmp:CreateDate>
                  <xmp:ModifyDate>%s</xmp:ModifyDate>
                  <pdf:Producer>%s</pdf:Producer>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private PdfArchive() {}

    /** The metadata stream; PDF/A wants it readable without a PDF library, so it is not compressed. */
    static int metadata(PdfObjects objects, DocumentFacts facts) throws IOException {
        String date = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created(facts));
        String packet = XMP.formatted(escaped(xmlSafe(facts.title())), date, date, PRODUCER);
        return objects.addStream("/Type/Metadata/Subtype/XML", packet.getBytes(StandardCharsets.UTF_8));
    }

    /** The same once more (ISO 32000-1 §14.3.3). */
    static int information(PdfObjects objects, DocumentFacts facts) throws IOException {
        String date = PDF_DATE.format(created(facts));
        return objects.add("<</Title " + text(xmlSafe(facts.title())) + "/Producer(" + PRODUCER + ")/CreationDate("
                + date + ")/ModDate(" + date + ")>>");
    }

    /** What RGB means in this document: the JDK's own sRGB profile. */
    static int outputIntent(PdfObjects objects) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        int stream = objects.addStream("/N 3/Filter/FlateDecode", deflated(profile));
        return objects.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(" + SRGB + ")/OutputCondition("
                + SRGB + ")/Info(" + SRGB + ")/RegistryName(http://www.color.org)/DestOutputProfile "
                + PdfObjects.reference(stream) + ">>");
    }

    static byte[] deflated(byte[] bytes) {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new AssertionError("writing to memory failed", e);
        }
        return deflated.toByteArray();
    }

    private static ZonedDateTime created(DocumentFacts facts) {
        return facts.created().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    }

    /** ISO 32000-1 §7.9.2.2: UTF-16BE behind its mark. */
    private static String text(String text) {
        return "<FEFF" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /** XML 1.0 has no way to write most control characters, nor half of a surrogate pair. */
    private static String xmlSafe(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
