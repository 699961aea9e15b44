package caixiang.layouts.pdf;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.sheet.CutMark;
import caixiang.layouts.sheet.Orientation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * The operators of one page (ISO 32000-1 annex A). Takes our micrometres with y downwards and writes PDF's points (1/72
 * inch) with y upwards; it is the only place that rounds, to a hundred-thousandth of a point.
 */
final class PageContent {

    private static final double MICROMETRES_PER_POINT = 25_400.0 / 72;
    private static final int PLACES = 5;

    private final Length pageHeight;
    private final StringBuilder operators = new StringBuilder();

    PageContent(Length pageHeight) {
        this.pageHeight = pageHeight;
    }

    static double points(Length length) {
        return length.micrometres() / MICROMETRES_PER_POINT;
    }

    static String decimal(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(PLACES, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    double up(Length y) {
        return points(pageHeight.minus(y));
    }

    /** PDF draws an image into the square from 0,0 to 1,1; this puts the square, turned or not, onto the area. */
    void image(String name, Rectangle area, Orientation orientation) {
        double width = points(area.width());
        double height = points(area.height());
        operators.append("q ");
        switch (orientation) {
            case PORTRAIT -> numbers(width, 0, 0, height, points(area.left()), up(area.bottom()));
            case LANDSCAPE -> numbers(0, height, -width, 0, points(area.right()), up(area.bottom()));
        }
        operators.append("cm /").append(name).append(" Do Q\n");
    }

    void line(CutMark mark) {
        operators.append("0 G ");
        numbers(points(mark.lineWidth()));
        operators.append("w ");
        point(mark.from());
        operators.append("m ");
        point(mark.to());
        operators.append("l S\n");
    }

    void bar(Rectangle area) {
        operators.append("0 g ");
        numbers(points(area.left()), up(area.bottom()), points(area.width()), points(area.height()));
        operators.append("re f\n");
    }

    /** Starts text at a matrix; runs follow, then {@link #endText()}. */
    void beginText(double... matrix) {
        operators.append("0 g BT ");
        numbers(matrix);
        operators.append("Tm ");
    }

    void run(String font, double size, String hex) {
        operators.append('/').append(font).append(' ');
        numbers(size);
        operators.append("Tf <").append(hex).append("> Tj ");
    }

    void endText() {
        operators.append("ET\n");
    }

    byte[] bytes() {
        return operators.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void point(Point point) {
        numbers(points(point.x()), up(point.y()));
    }

    private void numbers(double... numbers) {
        for (double number : numbers) {
            operators.append(decimal(number)).append(' ');
        }
    }
}
