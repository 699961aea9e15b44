package caixiang.station.portrait;

import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.portrait.rules.Level;
import caixiang.station.store.Backlog;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Session;
import caixiang.station.store.StoreException;
import caixiang.station.store.VerdictRow;
import caixiang.station.store.Verdicts;
import caixiang.station.store.Waiting;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges every frame of the session that belongs to a number, the newest first and one at a time on the sheet threads.
 * Filing never waits for it. May be used from any thread.
 */
public final class PortraitJudge implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PortraitJudge.class);

    private final Session session;
    private final Database database;
    private final ArchivePaths archive;
    private final Supplier<Examiner> opening;
    private final Backlog backlog;
    private final PortraitListener listener;

    /** Opened by the first frame, and used by one thread after the other. */
    private Optional<Examiner> examiner = Optional.empty();

    /**
     * Judges frames of a session.
     *
     * @param opening makes the examiner, which takes a while, before the first frame is judged
     */
    public PortraitJudge(
            Session session,
            Database database,
            Workplace workplace,
            Supplier<Examiner> opening,
            PortraitListener listener) {
        this.session = session;
        this.database = database;
        this.archive = workplace.archive();
        this.opening = opening;
        this.listener = listener;
        this.backlog = new Backlog("verdict", workplace.sheetThreads(), this::judgeNext);
    }

    /**
     * Where the work is done.
     *
     * @param sheetThreads shared with others; may refuse work
     */
    public record Workplace(ArchivePaths archive, Executor sheetThreads) {}

    /** There are frames to judge, or may be. Returns at once. */
    public void wake() {
        backlog.wake();
    }

    private boolean judgeNext() throws StoreException {
        Optional<Frame> next =
                Waiting.forResult(database.read(handle -> new Verdicts(handle).nextToJudge(session.id())));
        if (next.isEmpty()) {
            return false;
        }
        Frame frame = next.get();
        VerdictRow row = judge(frame);
        boolean isTaken = Waiting.forResult(database.write(handle -> {
            Optional<Frame> now = new Frames(handle).find(frame.frameId());
            if (!now.map(Frame::file).equals(Optional.of(frame.file()))) {
                // It was moved while it was read; it is judged again where it is now.
                return false;
            }
            new Verdicts(handle).insert(row);
            return true;
        }));
        if (isTaken) {
            listener.portraitDecided(frame);
        }
        return true;
    }

    private VerdictRow judge(Frame frame) {
        Instant now = database.clock().instant();
        try {
            Examiner using = examiner();
            Examination seen = using.examine(JpegBytes.read(archive.resolve(frame.file())));
            return new VerdictRow(
                    frame.frameId(), VerdictDocument.level(seen).code(), VerdictDocument.of(seen, using.pack()), now);
        } catch (PictureException | RuntimeException e) {
            // Whatever a damaged frame does to a decoder stays with that frame.
            log.warn("frame {} cannot be judged", frame.frameId(), e);
            String problem = String.valueOf(e.getMessage());
            return new VerdictRow(frame.frameId(), Level.FAIL.code(), VerdictDocument.unreadable(problem), now);
        }
    }

    private synchronized Examiner examiner() {
        Examiner opened = examiner.orElseGet(opening);
        examiner = Optional.of(opened);
        return opened;
    }

    @Override
    public void close() {
        backlog.close();
    }
}
