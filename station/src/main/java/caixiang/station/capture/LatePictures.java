package caixiang.station.capture;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.PictureKind;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.Shots;
import caixiang.station.store.Transactions;
import caixiang.station.store.Verdicts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Pictures that come after their RAW was filed as a frame of its own: both become one frame. Confined to the store thread.
 *
 * <p>The RAW's frame keeps its id and its place. Only where the picture's own evidence names another number than the RAW
 * lies under, and nobody has moved that, are they left as two frames for a person to look at.
 */
final class LatePictures {
    private final FrameArchive archive;
    private final Clock clock;

    LatePictures(FrameArchive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * Files a picture into the frame of its RAW, where there is one. The picture and the sidecars are on the disk before the
     * row; the spool is left as it is, so that this can be begun again after a crash at any point.
     *
     * @param picture as it would be filed by itself
     */
    Optional<Frame> file(Transactions transactions, Frame picture, Path spooled) throws Exception {
        if (PictureKind.isRaw(picture.object().name())) {
            return Optional.empty();
        }
        Optional<Frame> raw = transactions.commit(handle -> rawOf(handle, picture));
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        Frame whole = raw.get().completedBy(picture);
        archive.complete(whole, spooled);
        boolean answersPress = raw.get().shotId().isEmpty();
        return Optional.of(transactions.commit(handle -> record(handle, whole, answersPress)));
    }

    private static Optional<Frame> rawOf(Handle handle, Frame picture) {
        String stem = PictureKind.stem(picture.object().name());
        return new Frames(handle)
                .withoutCompanion(picture.camera().serial(), picture.object().folder(), stem).stream()
                        .filter(frame -> PictureKind.isRaw(frame.object().name()))
                        .filter(frame -> Companions.areOfOneExposure(frame.object(), picture.object()))
                        .filter(frame -> frame.sessionId().equals(picture.sessionId()))
                        .filter(frame -> picture.number().isEmpty()
                                || picture.number().equals(frame.number())
                                || !frame.moves().isEmpty())
                        .findFirst();
    }

    private Frame record(Handle handle, Frame whole, boolean answersPress) {
        Instant now = clock.instant();
        new Frames(handle).complete(whole);
        new MissingCopies(handle).hasNotMoved(whole.file());
        new MissingCopies(handle).hasNotMoved(ArchivePaths.sidecarFile(whole));
        new CutPortraits(handle).tryAgain(whole.frameId());
        new Verdicts(handle).judgeAgain(whole.frameId());
        whole.shotId()
                .filter(shot -> answersPress)
                .ifPresent(shot -> new Shots(handle).happened(shot, ShotEvent.FRAME_FILED, Optional.empty(), now));
        new Journal(handle)
                .append(JournalEntry.of(now, whole.sessionId(), "picture-filed")
                        .number(whole.number())
                        .frame(whole.frameId())
                        .with("reason", whole.reason().code())
                        .with("evidence", String.join(" ", whole.evidence()))
                        .with("sha256", whole.sha256())
                        .with("camera", whole.camera().serial())
                        .with(
                                "object",
                                whole.object().folder() + "/" + whole.object().name())
                        .with("shot", whole.shotId().orElse("none")));
        return whole;
    }
}
