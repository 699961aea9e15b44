package caixiang.station.camera;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame that lies whole in the spool: received, compared with the size the camera named, hashed and synced. The agent
 * writes the same facts into a note beside the file, so that the spool explains itself after a crash.
 *
 * @param file the picture, {@code <id>.jpg} in the spool, or {@code <id>.raw}
 * @param note the JSON note, {@code <id>.json}; removed after the file when the frame has been filed
 * @param sha256 lower-case hex
 * @param shotId the trigger that was outstanding in the agent when the camera announced the object; empty for a press on
 *     the body and for a frame fetched later from the card
 * @param announced when the agent saw the camera's event, or the listing that named it
 * @param spooled when the file was synced
 * @param named the shooting number of the person whom the sender of a self-taken picture named
 */
public record SpooledFrame(
        Path file,
        Path note,
        String sha256,
        CardObject object,
        CameraIdentity camera,
        Optional<String> shotId,
        Instant announced,
        Instant spooled,
        OptionalInt named) {

    /** A frame of a camera, which names nobody. */
    public SpooledFrame(
            Path file,
            Path note,
            String sha256,
            CardObject object,
            CameraIdentity camera,
            Optional<String> shotId,
            Instant announced,
            Instant spooled) {
        this(file, note, sha256, object, camera, shotId, announced, spooled, OptionalInt.empty());
    }

    /** Whether this is no picture to be shown, but the RAW that belongs to one. */
    public boolean isRaw() {
        return PictureKind.isRaw(object.name());
    }
}
