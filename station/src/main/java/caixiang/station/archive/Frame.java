package caixiang.station.archive;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything known of one frame; what its sidecar says and its row repeats. Holds no name and no identity number.
 *
 * @param station the station that took it
 * @param number the shooting number; empty in the tray
 * @param shotId the press it answers; empty for a press on the body
 * @param evidence what spoke for this owner, in the order it was weighed, each as {@code key=value}
 * @param file path inside the archive, with {@code /}
 * @param sha256 lower-case hex
 * @param companion the RAW of the same exposure
 * @param moves whose it was before, oldest first; empty for a frame that never moved
 */
public record Frame(
        String frameId,
        String sessionId,
        String station,
        OptionalInt number,
        Optional<String> shotId,
        FrameReason reason,
        List<String> evidence,
        String file,
        String sha256,
        long bytes,
        Optional<Companion> companion,
        CameraIdentity camera,
        CardObject object,
        FrameTimes times,
        List<Move> moves) {

    public Frame {
        evidence = List.copyOf(evidence);
        moves = List.copyOf(moves);
    }

    /** The same frame with the time it was on the disk. */
    public Frame filedAt(Instant time) {
        FrameTimes then = new FrameTimes(times.pressed(), times.announced(), times.spooled(), time);
        return new Frame(
                frameId, sessionId, station, number, shotId, reason, evidence, file, sha256, bytes, companion, camera,
                object, then, moves);
    }

    /** The same frame with its RAW beside it. */
    public Frame with(Companion raw) {
        return new Frame(
                frameId,
                sessionId,
                station,
                number,
                shotId,
                reason,
                evidence,
                file,
                sha256,
                bytes,
                Optional.of(raw),
                camera,
                object,
                times,
                moves);
    }

    /**
     * This RAW alone and the picture of its exposure as one frame, under this id and wherever this lies by now. What spoke
     * for the same owner of the picture replaces what spoke for the RAW's; what a person decided stays.
     */
    public Frame completedBy(Frame picture) {
        boolean isFoundByPicture = moves.isEmpty() && picture.number.equals(number);
        return new Frame(
                frameId,
                sessionId,
                station,
                number,
                picture.shotId.or(() -> shotId),
                isFoundByPicture ? picture.reason : reason,
                isFoundByPicture ? picture.evidence : evidence,
                ArchivePaths.pictureBeside(file),
                picture.sha256,
                picture.bytes,
                Optional.of(new Companion(file, sha256, bytes, object)),
                camera,
                picture.object,
                picture.times,
                moves);
    }

    /** The same frame given to the number the move names, with all its files in that number's folder. */
    public Frame moved(Move move, FrameReason why) {
        String folder = why == FrameReason.SET_ASIDE
                ? ArchivePaths.asideFolder(sessionId)
                : ArchivePaths.folder(sessionId, move.to());
        List<Move> all = new ArrayList<>(moves);
        all.add(move);
        return new Frame(
                frameId,
                sessionId,
                station,
                move.to(),
                shotId,
                why,
                evidence,
                ArchivePaths.inFolder(folder, file),
                sha256,
                bytes,
                companion.map(raw -> new Companion(
                        ArchivePaths.inFolder(folder, raw.file()), raw.sha256(), raw.bytes(), raw.object())),
                camera,
                object,
                times,
                all);
    }

    /** Where its files may have lain before it was moved; one of them may be its folder now. */
    public Set<String> foldersBefore() {
        Set<String> folders = new HashSet<>();
        for (Move move : moves) {
            for (OptionalInt owner : List.of(move.from(), move.to())) {
                folders.add(ArchivePaths.folder(sessionId, owner));
                if (owner.isEmpty()) {
                    folders.add(ArchivePaths.asideFolder(sessionId));
                }
            }
        }
        return folders;
    }

    /**
     * The same frame under another session's id.
     *
     * @param path gives a file's place in that session's folder
     */
    public Frame inSession(String id, UnaryOperator<String> path) {
        Optional<Companion> raw =
                companion.map(c -> new Companion(path.apply(c.file()), c.sha256(), c.bytes(), c.object()));
        return new Frame(
                frameId,
                id,
                station,
                number,
                shotId,
                reason,
                evidence,
                path.apply(file),
                sha256,
                bytes,
                raw,
                camera,
                object,
                times,
                moves);
    }

    public OptionalLong pressToFiledMillis() {
        return times.pressed().isPresent()
                ? OptionalLong.of(
                        times.filed().toEpochMilli() - times.pressed().get().toEpochMilli())
                : OptionalLong.empty();
    }
}
