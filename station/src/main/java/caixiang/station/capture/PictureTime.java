package caixiang.station.capture;

import caixiang.station.camera.SpooledFrame;
import java.time.Instant;

/**
 * When a picture was exposed, by its camera's clock, which knows no time zone: read as if it were UTC.
 *
 * @param source {@code exif} for the moment of exposure in the picture itself, {@code file} for the time of the card's
 *     file, which is written a little later and in whole seconds. The two may be hours apart and are never compared.
 */
record PictureTime(Instant at, String source) {
    private static final String EXIF = "exif";
    private static final String FILE = "file";

    /** The better of the two that there is. */
    static PictureTime of(SpooledFrame frame) {
        return ExifTime.read(frame.file())
                .map(at -> new PictureTime(at, EXIF))
                .orElseGet(() -> ofFile(frame.object().modified()));
    }

    static PictureTime ofFile(Instant modified) {
        return new PictureTime(modified, FILE);
    }
}
