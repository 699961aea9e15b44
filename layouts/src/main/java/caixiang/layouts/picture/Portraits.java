package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.JpegDecoder.Decoded;
import java.nio.file.Path;

/**
 * Cuts portraits out of frames. A portrait is crop and scale of its frame, turned upright as the camera recorded it and
 * converted to sRGB; it is never mirrored, levelled or retouched. Safe for several threads; one cut needs about four
 * bytes of memory for each pixel of the crop and as much as the file.
 */
public final class Portraits {

    private Portraits() {}

    /**
     * Cuts the largest part of {@code crop} that has the shape of the wanted portrait, about the same centre. A crop
     * smaller than the portrait is enlarged: compare {@link Portrait#crop} if that matters.
     *
     * @throws PictureException if the file cannot be read, is above 128 MB or 100 megapixels, is no JPEG of one or three
     *     components, or is damaged
     */
    public static Portrait cut(Path frame, CropRectangle crop, PortraitFormat format) throws PictureException {
        return cut(Frame.read(frame), crop, format);
    }

    /** As {@link #cut(Path, CropRectangle, PortraitFormat)}, for a picture that is in memory. */
    public static Portrait cut(JpegBytes picture, CropRectangle crop, PortraitFormat format) throws PictureException {
        return cut(Frame.of("the picture", picture), crop, format);
    }

    private static Portrait cut(Frame frame, CropRectangle crop, PortraitFormat format) throws PictureException {
        Cut cut = upright(frame, crop, format.size());
        JpegBytes jpeg = JpegEncoder.encode(cut.picture(), format.qualityPercent(), format.dpi());
        return new Portrait(jpeg, cut.used(), frame.uprightSize());
    }

    /** Pixels ready to be written, and those of the upright frame they come from. */
    record Cut(Picture picture, PixelRectangle used) {}

    static Cut upright(Frame frame, CropRectangle crop, PixelSize size) throws PictureException {
        PixelRectangle used = crop.pixels(frame.uprightSize(), size);
        ExifOrientation orientation = frame.orientation();
        Decoded part = JpegDecoder.decode(
                frame, orientation.stored(used, frame.header().size()));
        Picture scaled = Resampler.scale(part.picture(), orientation.turn(size), Kernel.LANCZOS3);
        return new Cut(orientation.upright(part.srgb(scaled)), used);
    }
}
