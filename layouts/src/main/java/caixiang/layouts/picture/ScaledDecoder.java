package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/** A frame's pixels divided by 1, 2, 4 or 8, as stored: not turned, and in the colour space of the file. */
interface ScaledDecoder {

    /** Decodes everything, then takes means. Needs six bytes for each pixel of the frame. */
    ScaledDecoder IMAGEIO = (frame, divisor) -> {
        PixelSize size = frame.header().size();
        var whole = new PixelRectangle(0, 0, size.width(), size.height());
        return Blocks.mean(JpegDecoder.decode(frame, whole).picture(), divisor);
    };

    Picture decode(Frame frame, int divisor) throws PictureException;

    static ScaledDecoder ofThisMachine() {
        return Djpeg.INSTALLED.<ScaledDecoder>map(djpeg -> djpeg).orElse(IMAGEIO);
    }
}
