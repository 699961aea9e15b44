package caixiang.station.print.ipp;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Media;
import caixiang.station.print.PrintOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sheets to print. The printers of these tests look at no more than the first bytes of a document. */
public final class SampleOrders {
    static final Media PHOTO_L = new Media("oe_photo-l_3.5x5in", Size.ofMillimetres("88.9", "127"));

    private SampleOrders() {}

    static PrintOrder order(Path folder, String name) throws IOException {
        return order(folder, name, PHOTO_L);
    }

    static PrintOrder order(Path folder, String name, Media media) throws IOException {
        byte[] pdf = ("%PDF-1.7\n% " + name + "\n").repeat(1000).getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve(name + ".pdf"), pdf);
        return new PrintOrder(name, file, media, Length.ofMillimetres("7.95"));
    }
}
