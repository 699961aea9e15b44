package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A camera's JPEG file, read whole and checked, not yet decoded. */
record Frame(String name, JpegBytes file, JpegHeader header) {

    /** Four times the largest JPEG of a 60-megapixel body; more is no frame. */
    static final int BYTES_MAX = 128 << 20;

    static Frame read(Path path) throws PictureException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new PictureException(path + " is above " + (BYTES_MAX >> 20) + " MB, so it is no frame");
            }
            return of(path.toString(), JpegBytes.owning(bytes));
        } catch (IOException e) {
            throw new PictureException(path + " cannot be read: " + e, e);
        }
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
