package caixiang.station.capture;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.store.CardObjects;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Puts each RAW beside the JPEG of its exposure, wherever that lies by now. What else a RAW is evidence of is not weighed:
 * it goes where its JPEG goes. Confined to the store thread.
 */
final class Companions {
    /** A RAW without its JPEG waits so long in the spool. Longer than the agent waits for a JPEG. */
    static final Duration WAIT = Duration.ofSeconds(30);

    /** As long as its JPEG is known to lie on the card, which may take a fetch or two. */
    static final Duration WAIT_FOR_CARD = Duration.ofMinutes(10);

    /** A body stamps both files of an exposure with the same second, or the next when writing takes longer. */
    private static final Duration SAME_EXPOSURE = Duration.ofSeconds(3);

    private final FrameArchive archive;
    private final CaptureContext context;
    private final Clock clock;

    Companions(FrameArchive archive, CaptureContext context, Clock clock) {
        this.archive = archive;
        this.context = context;
        this.clock = clock;
    }

    /** What became of a RAW. */
    sealed interface Result {
        /** It lies beside its frame. */
        record Attached(Frame frame) implements Result {}

        /** Its JPEG has not come. */
        record Waits() implements Result {}

        /** Its JPEG did not come in time; it is to be filed as a frame of its own. */
        record Alone() implements Result {}
    }

    /**
     * Attaches a RAW to its frame, once. Each step is on the disk before the next: the files, the sidecars, then one commit
     * with row and journal; what is in the spool goes last.
     *
     * @param waited how long it has been waiting for its JPEG
     */
    Result attach(Transactions transactions, SpooledFrame raw, Duration waited) throws Exception {
        CardObject object = Filing.wholeMillis(raw.object());
        String serial = raw.camera().serial();
        Optional<Frame> known = transactions.commit(handle -> new Frames(handle)
                .ofCompanion(serial, object)
                .filter(frame -> frame.companion().orElseThrow().sha256().equals(raw.sha256())));
        if (known.isPresent()) {
            Filing.clearSpool(raw);
            return new Result.Attached(known.get());
        }
        Optional<Frame> jpeg = transactions.commit(handle -> jpegOf(handle, serial, object));
        if (jpeg.isEmpty()) {
            return transactions.commit(handle -> standAlone(handle, raw, waited));
        }
        Frame frame = jpeg.get();
        Frame paired = frame.with(companion(frame, raw, object));
        archive.attach(paired, raw.file());
        transactions.commit(handle -> record(handle, paired));
        Filing.clearSpool(raw);
        return new Result.Attached(paired);
    }

    private static Companion companion(Frame frame, SpooledFrame raw, CardObject object) throws IOException {
        String file = ArchivePaths.rawFile(frame.sessionId(), frame.number(), frame.frameId(), object.name());
        return new Companion(file, raw.sha256(), Files.size(raw.file()), object);
    }

    /** Same body, same folder, same name but for the extension, and the same moment: names come again, moments do not. */
    private static Optional<Frame> jpegOf(Handle handle, String serial, CardObject raw) {
        String stem = PictureKind.stem(raw.name());
        return new Frames(handle)
                .withoutCompanion(serial, raw.folder(), stem).stream()
                        .filter(frame -> !PictureKind.isRaw(frame.object().name()))
                        .filter(frame -> areOfOneExposure(frame.object(), raw))
                        .min(Comparator.comparing(frame -> apart(frame, raw)));
    }

    /** What lies in one folder under one name but for the extension, and is as old: names come again, moments do not. */
    static boolean areOfOneExposure(CardObject one, CardObject other) {
        Duration apart = Duration.between(one.modified(), other.modified()).abs();
        return one.folder().equals(other.folder())
                && PictureKind.stem(one.name()).equals(PictureKind.stem(other.name()))
                && apart.compareTo(SAME_EXPOSURE) <= 0;
    }

    private static Duration apart(Frame frame, CardObject raw) {
        return Duration.between(frame.object().modified(), raw.modified()).abs();
    }

    private Result standAlone(Handle handle, SpooledFrame raw, Duration waited) {
        boolean isJpegOnCard = isJpegWanted(handle, raw);
        if (waited.compareTo(isJpegOnCard ? WAIT_FOR_CARD : WAIT) < 0) {
            return new Result.Waits();
        }
        new Journal(handle)
                .append(JournalEntry.of(clock.instant(), context.session().id(), "raw-alone")
                        .with(
                                "object",
                                raw.object().folder() + "/" + raw.object().name())
                        .with("sha256", raw.sha256())
                        .with("camera", raw.camera().serial())
                        .with("waitedSeconds", "" + waited.toSeconds()));
        return new Result.Alone();
    }

    private static boolean isJpegWanted(Handle handle, SpooledFrame raw) {
        String stem = PictureKind.stem(raw.object().name());
        List<CardObject> wanted = new CardObjects(handle, raw.camera().serial()).wanted();
        return wanted.stream()
                .anyMatch(object -> !PictureKind.isRaw(object.name())
                        && object.folder().equals(raw.object().folder())
                        && PictureKind.stem(object.name()).equals(stem));
    }

    private Frame record(Handle handle, Frame frame) {
        Companion raw = frame.companion().orElseThrow();
        new Frames(handle).saveCompanion(frame);
        new Journal(handle)
                .append(JournalEntry.of(clock.instant(), frame.sessionId(), "companion-filed")
                        .number(frame.number())
                        .frame(frame.frameId())
                        .with("sha256", raw.sha256())
                        .with("camera", frame.camera().serial())
                        .with(
                                "object",
                                raw.object().folder() + "/" + raw.object().name()));
        return frame;
    }
}
