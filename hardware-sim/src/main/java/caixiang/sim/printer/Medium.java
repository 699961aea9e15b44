package caixiang.sim.printer;

import java.util.List;

/**
 * A paper size by its PWG 5101.1 self-describing name.
 *
 * @param width in hundredths of a millimetre, as in media-size
 * @param height in hundredths of a millimetre
 */
record Medium(String name, int width, int height) {
    /** 89 × 127 mm comes first: it is what lies in the tray. */
    static final List<Medium> LOADED = List.of(
            new Medium("oe_photo-l_3.5x5in", 8890, 12700),
            new Medium("na_index-4x6_4x6in", 10160, 15240),
            new Medium("na_5x7_5x7in", 12700, 17780),
            new Medium("iso_a6_105x148mm", 10500, 14800),
            new Medium("iso_a4_210x297mm", 21000, 29700));

    /** Borderless, and the ordinary margin, for every size; in hundredths of a millimetre. */
    static final List<Integer> MARGINS = List.of(0, 300);

    static final List<String> TYPES = List.of("photographic-glossy", "photographic", "stationery");

    static final String SOURCE = "main";

    boolean measures(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }
}
