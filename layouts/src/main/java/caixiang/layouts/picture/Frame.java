package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.nio.file.Path;

/** A camera's JPEG file, read whole and checked, not yet decoded. */
record Frame(String name, JpegBytes file, JpegHeader header) {

    static Frame read(Path path) throws PictureException {
        return of(path.toString(), JpegBytes.read(path));
    }

    static Frame of(String name, JpegBytes file) throws PictureException {
        try {
            return new Frame(name, file, JpegHeader.read(file.shared()));
        } catch (PictureException e) {
            throw new PictureException(name + " " + e.getMessage(), e);
        }
    }

    ExifOrientation orientation() {
        return header.exif().orientation();
    }

    PixelSize uprightSize() {
        return orientation().turn(header.size());
    }
}
