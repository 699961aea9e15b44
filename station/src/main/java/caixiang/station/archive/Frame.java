package caixiang.station.archive;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Everything known of one frame; what its sidecar says and its row repeats. Holds no name and no identity number.
 *
 * @param number the shooting number; empty in the tray
 * @param shotId the press it answers; empty for a press on the body
 * @param file path inside the archive, with {@code /}
 * @param sha256 lower-case hex
 */
public record Frame(
        String frameId,
        String sessionId,
        OptionalInt number,
        Optional<String> shotId,
        FrameReason reason,
        String file,
        String sha256,
        long bytes,
        CameraIdentity camera,
        CardObject object,
        FrameTimes times) {

    /** The same frame with the time it was on the disk. */
    public Frame filedAt(Instant time) {
        FrameTimes then = new FrameTimes(times.pressed(), times.announced(), times.spooled(), time);
        return new Frame(frameId, sessionId, number, shotId, reason, file, sha256, bytes, camera, object, then);
    }

    public OptionalLong pressToFiledMillis() {
        return times.pressed().isPresent()
                ? OptionalLong.of(
                        times.filed().toEpochMilli() - times.pressed().get().toEpochMilli())
                : OptionalLong.empty();
    }
}
