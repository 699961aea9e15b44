package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.JpegDecoder.Decoded;
import java.nio.file.Path;

/** Frames made small, to be looked at. Safe for several threads; needs three bytes for each pixel of the frame. */
public final class ScreenPictures {

    private static final int QUALITY_PERCENT = 85;
    private static final int SCREEN_DPI = 96;

    private ScreenPictures() {}

    /**
     * The whole frame, upright and in sRGB, its longer edge at most this many pixels. A smaller frame keeps its size.
     *
     * @throws PictureException as {@link Portraits#cut}
     */
    public static ScreenPicture reduce(Path frame, int longEdgeMax) throws PictureException {
        Frame file = Frame.read(frame);
        PixelSize stored = file.header().size();
        PixelSize small = shrunk(stored, longEdgeMax);
        var whole = new PixelRectangle(0, 0, stored.width(), stored.height());
        Decoded decoded = JpegDecoder.decode(file, whole);
        Picture scaled = Resampler.scale(decoded.picture(), small, Kernel.TENT);
        Picture upright = file.orientation().upright(decoded.srgb(scaled));
        JpegBytes jpeg = JpegEncoder.encode(upright, QUALITY_PERCENT, SCREEN_DPI);
        return new ScreenPicture(jpeg, upright.size(), file.uprightSize());
    }

    private static PixelSize shrunk(PixelSize size, int longEdgeMax) {
        double scale = Math.min(1, (double) longEdgeMax / Math.max(size.width(), size.height()));
        return new PixelSize((int) Math.max(1, Math.round(size.width() * scale)), (int)
                Math.max(1, Math.round(size.height() * scale)));
    }
}
