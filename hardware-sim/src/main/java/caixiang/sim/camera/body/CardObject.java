package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectFormat;
import caixiang.sim.ptp.ObjectInfo;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder on the camera.
 *
 * @param file where its bytes lie; a folder has none
 */
public record CardObject(int handle, ObjectInfo info, Optional<Path> file) {
    public boolean isFolder() {
        return info.content().format() == ObjectFormat.ASSOCIATION;
    }

    public int parent() {
        return info.place().parent();
    }
}
