package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/**
 * How the stored rows lie to the upright picture: CIPA DC-008 (Exif) tag 0112. Each value is a choice of swapping rows
 * with columns and of counting the stored columns or rows from the far end.
 */
enum ExifOrientation {
    UPRIGHT(1, false, false, false),
    MIRRORED(2, false, true, false),
    UPSIDE_DOWN(3, false, true, true),
    MIRRORED_UPSIDE_DOWN(4, false, false, true),
    MIRRORED_LYING_LEFT(5, true, false, false),
    LYING_LEFT(6, true, false, true),
    MIRRORED_LYING_RIGHT(7, true, true, true),
    LYING_RIGHT(8, true, true, false);

    private final int tagValue;
    private final boolean swapped;
    private final boolean columnsReversed;
    private final boolean rowsReversed;

    ExifOrientation(int tagValue, boolean swapped, boolean columnsReversed, boolean rowsReversed) {
        this.tagValue = tagValue;
        this.swapped = swapped;
        this.columnsReversed = columnsReversed;
        this.rowsReversed = rowsReversed;
    }

    /** Some cameras write 0 when they do not know; any unknown value means that the rows are taken as they are. */
    static ExifOrientation of(int tagValue) {
        for (ExifOrientation orientation : values()) {
            if (orientation.tagValue == tagValue) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    int tagValue() {
        return tagValue;
    }

    /** From stored to upright size, and as well from upright to stored. */
    PixelSize turn(PixelSize size) {
        return swapped ? size.turned() : size;
    }

    /** Where a rectangle of the upright picture lies in the stored one of this size. */
    PixelRectangle stored(PixelRectangle upright, PixelSize stored) {
        int left = swapped ? upright.top() : upright.left();
        int top = swapped ? upright.left() : upright.top();
        PixelSize size = turn(upright.size());
        return new PixelRectangle(
                columnsReversed ? stored.width() - left - size.width() : left,
                rowsReversed ? stored.height() - top - size.height() : top,
                size.width(),
                size.height());
    }

    Picture upright(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        PixelSize from = stored.size();
        PixelSize size = turn(from);
        byte[] pixels = new byte[stored.bgr().length];
        int target = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                column = columnsReversed ? from.width() - 1 - column : column;
                row = rowsReversed ? from.height() - 1 - row : row;
                System.arraycopy(
                        stored.bgr(), (row * from.width() + column) * Picture.BANDS, pixels, target, Picture.BANDS);
                target += Picture.BANDS;
            }
        }
        return new Picture(size, pixels);
    }
}
