package caixiang.layouts.geometry;

/** Width and height of a picture in pixels, both above zero. */
public record PixelSize(int width, int height) {

    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a picture has at least one pixel each way, not " + width + " × " + height);
        }
    }

    public PixelSize turned() {
        return new PixelSize(/* width= */ height, /* height= */ width);
    }

    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
