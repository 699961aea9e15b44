package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.geometry.Size;

/**
 * How a portrait is to be written.
 *
 * @param dpi dots per inch, 1 to 65535 (JFIF)
 * @param qualityPercent 1 to 100, as the IJG counts it
 */
public record PortraitFormat(PixelSize size, int dpi, int qualityPercent) {

    public PortraitFormat {
        if (size.pixels() > JpegHeader.PIXELS_MAX || dpi < 1 || dpi > 0xFFFF) {
            throw new IllegalArgumentException("no portrait can have " + size + " pixels at " + dpi + " dpi");
        }
        if (qualityPercent < 1 || qualityPercent > 100) {
            throw new IllegalArgumentException("JPEG quality goes from 1 to 100 %, not " + qualityPercent);
        }
    }

    /** For a picture printed at this size; 35×49 mm at 600 dpi is 827×1157 pixels. */
    public static PortraitFormat printed(Size size, int dpi, int qualityPercent) {
        return new PortraitFormat(size.pixels(dpi), dpi, qualityPercent);
    }
}
