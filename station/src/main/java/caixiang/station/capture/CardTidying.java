package caixiang.station.capture;

import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.store.CardObjects;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes from the camera's card what is safe twice over, if the settings say so. One file after the other, and only while
 * nobody shoots: the card's listing is fully explained, the frame has a number and is old enough, and both its copies have
 * just been read from their disks. What is to be deleted is on record before the camera is asked, so a crash in between
 * leaves at worst a file on the card that may go. Has a thread of its own: reading copies takes time.
 */
public final class CardTidying implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CardTidying.class);
    private static final long LOOK_SECONDS = 60;

    /** So long nobody has shot. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    /** In one look; the rest waits for the next. */
    private static final int FILES_MAX = 50;

    private static final long CLOSE_SECONDS = 3;

    private final Camera camera;
    private final Capture capture;
    private final Database database;
    private final FrameArchive archive;
    private final Duration keep;
    private final ScheduledExecutorService thread;

    /** @param keep how long a picture stays on the card at least, from its filing */
    public CardTidying(Camera camera, Capture capture, Database database, FrameArchive archive, Duration keep) {
        this.camera = camera;
        this.capture = capture;
        this.database = database;
        this.archive = archive;
        this.keep = keep;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "card-tidying");
            made.setDaemon(true);
            return made;
        });
    }

    /** Begins to look, once a minute. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** A picture on the card and the file in the archive that was made from it. */
    private record Candidate(Frame frame, CardObject object, String file, String sha256) {}

    private void look() {
        try {
            int deleted = tidy();
            if (deleted > 0) {
                log.info("{} pictures deleted from the card; each lies on two disks", deleted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("the card is left as it is: {}", e.toString());
        }
    }

    /** Looks once. Returns how many files were deleted. */
    int tidy() throws Exception {
        Optional<CameraIdentity> body = camera.status().camera();
        if (body.isEmpty() || !isIdle()) {
            return 0;
        }
        Set<CardObject> onCard = capture.card().explainedOnCard(body.get());
        List<Candidate> candidates = Waiting.forResult(
                database.read(handle -> candidates(handle, body.get().serial(), onCard)));
        int deleted = 0;
        for (Candidate candidate : candidates) {
            if (!isIdle()) {
                break;
            }
            if (archive.hasTwoCopies(candidate.file, candidate.sha256)) {
                delete(body.get(), candidate);
                deleted++;
            }
        }
        return deleted;
    }

    private boolean isIdle() throws Exception {
        if (!camera.status().isReady() || capture.isCapturing()) {
            return false;
        }
        Instant quietSince = database.clock().instant().minus(QUIET);
        return Waiting.forResult(database.read(handle -> new Frames(handle).countAnnouncedSince(quietSince))) == 0;
    }

    private List<Candidate> candidates(Handle handle, String serial, Set<CardObject> onCard) {
        Instant before = database.clock().instant().minus(keep);
        List<Candidate> found = new ArrayList<>();
        for (Frame frame : new Frames(handle).numberedOf(serial, before)) {
            if (onCard.contains(frame.object())) {
                found.add(new Candidate(frame, frame.object(), frame.file(), frame.sha256()));
            }
            Optional<Companion> raw = frame.companion().filter(companion -> onCard.contains(companion.object()));
            raw.ifPresent(each -> found.add(new Candidate(frame, each.object(), each.file(), each.sha256())));
        }
        return found.size() > FILES_MAX ? found.subList(0, FILES_MAX) : found;
    }

    private void delete(CameraIdentity body, Candidate candidate) throws Exception {
        CardObject object = candidate.object;
        Waiting.forResult(database.write(handle -> {
            Instant now = database.clock().instant();
            new CardObjects(handle, body.serial()).saveDeleting(object, now);
            journal(handle, now, body, candidate, "card-file-to-delete");
            return true;
        }));
        camera.delete(object).toCompletableFuture().get(LOOK_SECONDS, TimeUnit.SECONDS);
        capture.card().deleted(object);
        Waiting.forResult(database.write(handle -> {
            Instant now = database.clock().instant();
            new CardObjects(handle, body.serial()).saveDeleted(object, now);
            journal(handle, now, body, candidate, "card-file-deleted");
            return true;
        }));
    }

    private static void journal(Handle handle, Instant now, CameraIdentity body, Candidate candidate, String what) {
        new Journal(handle)
                .append(JournalEntry.of(now, candidate.frame.sessionId(), what)
                        .number(candidate.frame.number())
                        .frame(candidate.frame.frameId())
                        .with("camera", body.serial())
                        .with("object", candidate.object.folder() + "/" + candidate.object.name())
                        .with("sha256", candidate.sha256)
                        .with("by", "policy"));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("a deletion on the card is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
