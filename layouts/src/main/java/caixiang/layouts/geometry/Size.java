package caixiang.layouts.geometry;

/** Width and height of something on paper, both above zero. */
public record Size(Length width, Length height) {

    public Size {
        if (!width.isPositive() || !height.isPositive()) {
            throw new IllegalArgumentException("a size needs a width and a height, not " + width + " × " + height);
        }
    }

    /** From decimal text in millimetres. */
    public static Size ofMillimetres(String width, String height) {
        return new Size(Length.ofMillimetres(width), Length.ofMillimetres(height));
    }

    public Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }

    /** The nearest whole pixels at this many dots per inch; 35 × 49 mm at 600 dpi is 827 × 1157. */
    public PixelSize pixels(int dotsPerInch) {
        return new PixelSize(width.pixels(dotsPerInch), height.pixels(dotsPerInch));
    }

    /** As people say it: {@code 88.9×127 mm}. */
    @Override
    public String toString() {
        return width.millimetres() + "×" + height;
    }
}
