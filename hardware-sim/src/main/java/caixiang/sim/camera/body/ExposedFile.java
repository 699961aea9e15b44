package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectInfo;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/** A developed frame on disk that has no name on the camera yet. */
record ExposedFile(FileKind kind, Path path, long sizeBytes, ObjectInfo.Picture picture, LocalDateTime at) {
    CardObject as(int handle, ObjectInfo.Place place, String name) {
        ObjectInfo.Content content = new ObjectInfo.Content(kind.format(), sizeBytes, picture);
        return new CardObject(handle, new ObjectInfo(place, content, thumbnail(), name, at), Optional.of(path));
    }

    /** libgphoto2 takes an undefined object without a thumbnail for no picture and refuses to fetch it. */
    private ObjectInfo.Picture thumbnail() {
        return kind == FileKind.RAW ? Thumbnail.PICTURE : ObjectInfo.Picture.NONE;
    }
}
