package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectFormat;
import caixiang.sim.ptp.ObjectInfo;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/** A developed frame on disk that has no name on the camera yet. */
record ExposedFile(Path path, long sizeBytes, ObjectInfo.Picture picture, LocalDateTime at) {
    CardObject as(int handle, ObjectInfo.Place place, String name) {
        ObjectInfo.Content content = new ObjectInfo.Content(ObjectFormat.EXIF_JPEG, sizeBytes, picture);
        return new CardObject(
                handle, new ObjectInfo(place, content, ObjectInfo.Picture.NONE, name, at), Optional.of(path));
    }
}
