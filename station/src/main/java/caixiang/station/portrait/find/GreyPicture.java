package caixiang.station.portrait.find;

import caixiang.layouts.picture.Picture;

/** Brightness only (ITU-R BT.601 luma), rows from the top. The array is for reading. */
public final class GreyPicture {
    private final int width;
    private final int height;
    private final byte[] levels;

    private GreyPicture(int width, int height, byte[] levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** For reading only. */
    public byte[] levels() {
        return levels;
    }

    public static GreyPicture of(Picture picture) {
        byte[] bgr = picture.bgr();
        var levels = new byte[bgr.length / Picture.BANDS];
        for (int i = 0; i < levels.length; i++) {
            int at = i * Picture.BANDS;
            int blue = bgr[at] & 0xFF;
            int green = bgr[at + 1] & 0xFF;
            int red = bgr[at + 2] & 0xFF;
            levels[i] = (byte) ((red * 299 + green * 587 + blue * 114 + 500) / 1000);
        }
        return new GreyPicture(picture.size().width(), picture.size().height(), levels);
    }

    /** The nearest pixel's, also for places beyond the edge. */
    public int at(int x, int y) {
        int column = Math.max(0, Math.min(width - 1, x));
        int row = Math.max(0, Math.min(height - 1, y));
        return levels[row * width + column] & 0xFF;
    }
}
