package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.ColourGrid.Lab;
import caixiang.layouts.picture.JpegDecoder.Decoded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reduces pictures to mean colours. Safe for several threads; takes as long as decoding the picture. */
public final class ColourGrids {

    private ColourGrids() {}

    /**
     * The mean colours of a part of a picture.
     *
     * @throws PictureException as {@link Portraits#cut}
     */
    public static ColourGrid of(Path picture, CropRectangle crop, int columns, int rows) throws PictureException {
        Frame file = Frame.read(picture);
        ExifOrientation orientation = file.orientation();
        PixelSize upright = file.uprightSize();
        var part = new PixelRectangle(
                (int) (crop.left() * upright.width()),
                (int) (crop.top() * upright.height()),
                Math.max(1, (int) (crop.width() * upright.width())),
                Math.max(1, (int) (crop.height() * upright.height())));
        Decoded decoded =
                JpegDecoder.decode(file, orientation.stored(part, file.header().size()));
        var size = new PixelSize(columns, rows);
        Picture scaled = Resampler.scale(decoded.picture(), orientation.turn(size), Kernel.TENT);
        return grid(orientation.upright(decoded.srgb(scaled)));
    }

    private static ColourGrid grid(Picture picture) {
        byte[] bgr = picture.bgr();
        List<Lab> cells = new ArrayList<>();
        for (int at = 0; at < bgr.length; at += Picture.BANDS) {
            cells.add(Lab.ofSrgb(level(bgr[at + 2]), level(bgr[at + 1]), level(bgr[at])));
        }
        return new ColourGrid(picture.size().width(), picture.size().height(), cells);
    }

    private static int level(byte value) {
        return Byte.toUnsignedInt(value);
    }
}
