package caixiang.layouts.pdf;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** From our micrometres with y downwards to PDF's points (1/72 inch) with y upwards: the only place that rounds. */
final class Points {

    private static final double MICROMETRES_PER_POINT = 25_400.0 / 72;

    private final Length pageHeight;

    Points(Size page) {
        this.pageHeight = page.height();
    }

    static float of(Length length) {
        return (float) (length.micrometres() / MICROMETRES_PER_POINT);
    }

    static PDRectangle of(Size size) {
        return new PDRectangle(of(size.width()), of(size.height()));
    }

    float up(Length y) {
        return of(pageHeight.minus(y));
    }

    PDRectangle of(Rectangle area) {
        return new PDRectangle(of(area.left()), up(area.bottom()), of(area.width()), of(area.height()));
    }
}
