package caixiang.station.portrait;

import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PixelRectangle;
import caixiang.layouts.picture.Portrait;
import caixiang.layouts.picture.Portraits;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.DerivedFiles;
import caixiang.station.archive.Frame;
import caixiang.station.crash.CrashPoint;
import caixiang.station.store.Backlog;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.Session;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a portrait from every frame of the session that belongs to a number, one after the other on the sheet threads. A
 * frame that cannot be decoded keeps the reason; a full disk is waited out. May be used from any thread.
 */
public final class PortraitCutter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PortraitCutter.class);

    private final Session session;
    private final PortraitRule rule;
    private final Database database;
    private final DerivedFiles files;
    private final Backlog backlog;
    private final PortraitListener listener;

    public PortraitCutter(
            Session session, PortraitRule rule, Database database, Workplace workplace, PortraitListener listener) {
        this.session = session;
        this.rule = rule;
        this.database = database;
        this.files = new DerivedFiles(workplace.archive());
        this.backlog = new Backlog("portrait", workplace.sheetThreads(), this::cutNext);
        this.listener = listener;
    }

    /**
     * Where the work is done.
     *
     * @param sheetThreads shared with others; may refuse work
     */
    public record Workplace(ArchivePaths archive, Executor sheetThreads) {}

    /** There are frames to cut from, or may be: at the start, and whenever one was filed. Returns at once. */
    public void wake() {
        backlog.wake();
    }

    private boolean cutNext() throws StoreException {
        Optional<Frame> next =
                Waiting.forResult(database.read(handle -> new CutPortraits(handle).nextToCut(session.id())));
        if (next.isEmpty()) {
            return false;
        }
        Frame frame = next.get();
        PortraitRow row = cut(frame);
        boolean isTaken = Waiting.forResult(database.write(handle -> {
            Optional<Frame> now = new Frames(handle).find(frame.frameId());
            if (!now.map(Frame::file).equals(Optional.of(frame.file()))) {
                return false;
            }
            new CutPortraits(handle).insert(row);
            new Journal(handle).append(entry(frame, row));
            return true;
        }));
        CrashPoint.PORTRAIT_COMMITTED.passed();
        if (isTaken) {
            listener.portraitDecided(frame);
        } else {
            discard(row);
        }
        return true;
    }

    /** The frame was moved to another number meanwhile; its portrait is cut again there. */
    private void discard(PortraitRow row) throws StoreException {
        try {
            for (PortraitRow.Cut cut : row.cut().stream().toList()) {
                Files.deleteIfExists(files.resolve(cut.file()));
            }
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED, "the portrait of " + row.frameId() + " cannot be removed", e);
        }
    }

    private PortraitRow cut(Frame frame) throws StoreException {
        Instant now = database.clock().instant();
        try {
            Portrait portrait = Portraits.cut(files.resolve(frame.file()), rule.crop(), rule.format());
            byte[] jpeg = portrait.jpeg().toByteArray();
            String file = ArchivePaths.portraitFile(frame);
            files.write(file, jpeg);
            CrashPoint.PORTRAIT_WRITTEN.passed();
            return PortraitRow.of(frame.frameId(), new PortraitRow.Cut(file, sha256(jpeg), crop(portrait.crop())), now);
        } catch (PictureException | RuntimeException e) {
            // Also a failure of the decoder itself stays with its frame: the frames after it get their portraits.
            log.error("no portrait can be cut from frame {}", frame.frameId(), e);
            return PortraitRow.failed(frame.frameId(), String.valueOf(e.getMessage()), now);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED, "the portrait of " + frame.frameId() + " cannot be written", e);
        }
    }

    private static JournalEntry entry(Frame frame, PortraitRow row) {
        String what = row.cut().isPresent() ? "portrait-cut" : "portrait-failed";
        return JournalEntry.of(row.at(), frame.sessionId(), what)
                .number(frame.number())
                .frame(frame.frameId());
    }

    private static PortraitRow.Crop crop(PixelRectangle used) {
        return new PortraitRow.Crop(used.left(), used.top(), used.width(), used.height());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        backlog.close();
    }
}
