package caixiang.station.capture;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Copies;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.crash.CrashPoint;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.store.CameraClocks;
import caixiang.station.store.CameraClocks.Reading;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.Shots;
import caixiang.station.store.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a spooled frame into the archive and the database, once. Confined to the store thread. The steps, each on the
 * disk before the next: decide whose it is, {@link FrameArchive#file}, one commit with frame, shot and journal. If the
 * program ends between any two, the next start goes on from there.
 */
final class Filing {
    private static final Logger log = LoggerFactory.getLogger(Filing.class);

    private final FrameArchive archive;
    private final CaptureContext context;
    private final Clock clock;
    private final LatePictures latePictures;

    Filing(FrameArchive archive, CaptureContext context, Clock clock) {
        this.archive = archive;
        this.context = context;
        this.clock = clock;
        this.latePictures = new LatePictures(archive, clock);
    }

    /**
     * A frame that is filed.
     *
     * @param isNew false when this frame had been filed before
     */
    record Result(Frame frame, boolean isNew) {}

    /** A frame that has an owner and no place yet, and what it says of its camera's clock. */
    record Planned(Frame frame, Optional<Reading> clock) {}

    Result file(Transactions transactions, Delivery delivery) throws Exception {
        CrashPoint.DELIVERED.passed();
        SpooledFrame spooled = delivery.spooled();
        Optional<Planned> begun = delivery.begun();
        boolean isInArchive =
                begun.filter(planned -> archive.holds(planned.frame())).isPresent();
        Optional<Frame> known = isInArchive ? Optional.empty() : transactions.commit(h -> known(h, spooled));
        if (known.isPresent()) {
            clearSpool(spooled);
            return new Result(known.get(), false);
        }
        // Whose it is was decided by what was known when it came; an attempt that failed is no reason to decide anew.
        Planned planned = begun.isPresent() ? begun.get() : transactions.commit(handle -> plan(handle, delivery));
        // Of what an earlier attempt brought into the archive it is not known whether its second copy was made.
        Copies copies = Copies.SECOND_MISSING;
        if (!isInArchive) {
            delivery.begin(planned);
            Optional<Frame> completed = latePictures.file(transactions, planned.frame(), spooled.file());
            if (completed.isPresent()) {
                clearSpool(spooled);
                return new Result(completed.get(), true);
            }
            copies = archive.file(planned.frame(), spooled.file());
        }
        Copies made = copies;
        Frame filed = planned.frame().filedAt(wholeMillis(clock.instant()));
        transactions.commit(handle -> {
            record(handle, filed, "frame-filed", made);
            planned.clock()
                    .ifPresent(reading -> new CameraClocks(handle)
                            .insert(reading, filed.times().announced()));
            return filed;
        });
        CrashPoint.FRAME_COMMITTED.passed();
        clearSpool(spooled);
        CrashPoint.SPOOL_CLEARED.passed();
        return new Result(filed, true);
    }

    /** Makes the row of a frame that lies in the archive already; a second copy that may be missing is owed from now. */
    void record(Handle handle, Frame frame, String what, Copies copies) {
        Instant now = clock.instant();
        new Frames(handle).insert(frame);
        boolean isOwed = copies == Copies.SECOND_MISSING && archive.second().isPresent();
        if (isOwed) {
            MissingCopies missing = new MissingCopies(handle);
            missing.add(frame.file(), now);
            missing.add(ArchivePaths.sidecarFile(frame), now);
        }
        frame.shotId()
                .ifPresent(shot -> new Shots(handle).happened(shot, ShotEvent.FRAME_FILED, Optional.empty(), now));
        new Journal(handle)
                .append(JournalEntry.of(now, frame.sessionId(), what)
                        .number(frame.number())
                        .frame(frame.frameId())
                        .with("reason", frame.reason().code())
                        .with("evidence", String.join(" ", frame.evidence()))
                        .with("sha256", frame.sha256())
                        .with("camera", frame.camera().serial())
                        .with(
                                "object",
                                frame.object().folder() + "/" + frame.object().name())
                        .with("second-copy", archive.second().isEmpty() ? "none" : isOwed ? "owed" : "made")
                        .with("shot", frame.shotId().orElse("none")));
    }

    /** The same file of the same card with the same bytes is the same frame, however often it is delivered. */
    private Optional<Frame> known(Handle handle, SpooledFrame spooled) {
        Optional<Frame> known = new Frames(handle)
                .ofObject(spooled.camera().serial(), spooled.object()).stream()
                        .filter(frame -> frame.sha256().equals(spooled.sha256()))
                        .filter(archive::holds)
                        .findFirst();
        known.ifPresent(frame -> new Journal(handle)
                .append(JournalEntry.of(clock.instant(), frame.sessionId(), "frame-delivered-again")
                        .number(frame.number())
                        .frame(frame.frameId())));
        return known;
    }

    private Planned plan(Handle handle, Delivery delivery) throws IOException {
        SpooledFrame spooled = delivery.spooled();
        PictureTime time = PictureTime.of(spooled);
        Join.Decision decision = new Join(handle, context, spooled, time, delivery.heard()).decide();
        Owner owner = decision.owner();
        String frameId = context.ids().next();
        Frame frame = new Frame(
                frameId,
                owner.sessionId(),
                context.station(),
                owner.number(),
                owner.shotId(),
                owner.reason(),
                owner.evidence(),
                fileOf(owner, frameId, spooled),
                spooled.sha256(),
                Files.size(spooled.file()),
                Optional.empty(),
                spooled.camera(),
                wholeMillis(spooled.object()),
                new FrameTimes(
                        owner.pressed(),
                        wholeMillis(spooled.announced()),
                        wholeMillis(spooled.spooled()),
                        wholeMillis(clock.instant())),
                List.of());
        return new Planned(frame, reading(decision, frame, time));
    }

    private static Optional<Reading> reading(Join.Decision decision, Frame frame, PictureTime time) {
        return decision.lead()
                .map(lead -> new Reading(
                        frame.frameId(),
                        frame.camera().serial(),
                        decision.named().orElseThrow(),
                        time.source(),
                        lead));
    }

    private static String fileOf(Owner owner, String frameId, SpooledFrame spooled) {
        return spooled.isRaw()
                ? ArchivePaths.rawFile(
                        owner.sessionId(),
                        owner.number(),
                        frameId,
                        spooled.object().name())
                : ArchivePaths.frameFile(owner.sessionId(), owner.number(), frameId);
    }

    /** The row keeps milliseconds; the sidecar is to say the same. */
    private static Instant wholeMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    static CardObject wholeMillis(CardObject object) {
        return new CardObject(object.folder(), object.name(), object.sizeBytes(), wholeMillis(object.modified()));
    }

    /** The note last: a file without its note could not explain itself. */
    static void clearSpool(SpooledFrame spooled) {
        for (Path file : new Path[] {spooled.file(), spooled.note()}) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                log.warn("{} is filed but stays in the spool: {}", file, e.getMessage());
            }
        }
    }
}
