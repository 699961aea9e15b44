package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;

/**
 * What a JPEG says about itself, for those who use its bytes untouched.
 *
 * @param size of the upright picture
 * @param isUpright the stored rows are the upright picture; no Exif orientation asks for a turn
 * @param isSrgb neither an ICC profile nor Exif names another colour space
 * @param isGrey it has one component instead of three
 */
public record PictureFacts(PixelSize size, boolean isUpright, boolean isSrgb, boolean isGrey) {

    /**
     * Reads the header and walks the file to its end; no pixel is decoded.
     *
     * @throws PictureException if it is no whole JPEG of one or three components
     */
    public static PictureFacts of(JpegBytes picture) throws PictureException {
        Frame frame = Frame.of("the picture", picture);
        return new PictureFacts(
                frame.uprightSize(),
                frame.orientation() == ExifOrientation.UPRIGHT,
                frame.header().isSrgb(),
                frame.header().components() == 1);
    }
}
