package caixiang.station.capture.tray;

import caixiang.layouts.picture.ColourGrid;
import caixiang.layouts.picture.ColourGrids;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.PictureException;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.capture.shift.Look;
import caixiang.station.capture.shift.SeenFrame;
import caixiang.station.capture.shift.SeenTurn;
import caixiang.station.capture.shift.ShiftDetector;
import caixiang.station.capture.shift.Suspicion;
import caixiang.station.store.Backlog;
import caixiang.station.store.CalledNumbers;
import caixiang.station.store.Database;
import caixiang.station.store.FrameLooks;
import caixiang.station.store.Frames;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.Session;
import caixiang.station.store.StoreException;
import caixiang.station.store.Verdicts;
import caixiang.station.store.Waiting;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether the run of frames is off by one: measures each portrait's colours on the sheet threads, one after the
 * other, and has them compared when asked. It never moves anything. May be used from any thread.
 */
public final class RunWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunWatch.class);

    /** What is older has been looked at before, and a shift is to be found while it is young. */
    private static final int FRAMES_MAX = 400;

    private final Database database;
    private final ArchivePaths archive;
    private final Session session;
    private final String station;
    private final Backlog backlog;
    private final Runnable measured;

    /**
     * Watches the frames that one station takes in a session.
     *
     * @param measured told, on a sheet thread, that {@link #suspicions} may answer otherwise than before
     */
    public RunWatch(Session session, String station, Database database, Workplace workplace, Runnable measured) {
        this.session = session;
        this.station = station;
        this.database = database;
        this.archive = workplace.archive();
        this.backlog = new Backlog("looks", workplace.sheetThreads(), this::measureNext);
        this.measured = measured;
    }

    /**
     * Where the work is done.
     *
     * @param sheetThreads shared with others; may refuse work
     */
    public record Workplace(ArchivePaths archive, Executor sheetThreads) {}

    /** There are portraits to measure, or may be. Returns at once. */
    public void wake() {
        backlog.wake();
    }

    /** The likeliest first; empty on a good day. */
    @CheckReturnValue
    public CompletionStage<List<Suspicion>> suspicions() {
        return database.read(this::suspicions);
    }

    private List<Suspicion> suspicions(Handle handle) {
        List<Frame> frames = new ArrayList<>(new Frames(handle).newestNumbered(sessionId(), FRAMES_MAX));
        frames.removeIf(frame -> !frame.station().equals(station));
        frames.sort(MoveFacts.IN_ORDER_TAKEN);
        if (frames.isEmpty()) {
            return List.of();
        }
        Instant since = frames.get(0).times().announced();
        List<SeenTurn> turns = new CalledNumbers(handle, sessionId())
                .of(station).stream()
                        .filter(one -> one.called().isPresent())
                        .filter(one ->
                                one.ended().isEmpty() || !one.ended().get().isBefore(since))
                        .map(one -> new SeenTurn(one.number(), one.called().get(), one.ended()))
                        .toList();
        Map<String, List<Double>> looks =
                new FrameLooks(handle).of(frames.stream().map(Frame::frameId).toList());
        Map<String, Double> faces = new Verdicts(handle)
                .faceWidths(frames.stream().map(Frame::frameId).toList());
        List<SeenFrame> seen = frames.stream()
                .map(frame -> seen(
                        handle,
                        frame,
                        Optional.ofNullable(looks.get(frame.frameId())),
                        Optional.ofNullable(faces.get(frame.frameId()))))
                .toList();
        return new ShiftDetector(turns, seen).suspicions();
    }

    private static SeenFrame seen(Handle handle, Frame frame, Optional<List<Double>> look, Optional<Double> faceWidth) {
        return new SeenFrame(
                frame.frameId(),
                frame.number().orElse(0),
                frame.times().pressed().orElse(frame.times().announced()),
                exposedBefore(handle, frame),
                look.map(Look::new),
                faceWidth);
    }

    /** Only a press on the body can contradict: for others the station knows itself when it asked. */
    private static Optional<Instant> exposedBefore(Handle handle, Frame frame) {
        if (frame.times().pressed().isPresent() || !frame.moves().isEmpty()) {
            return Optional.empty();
        }
        List<Duration> leads = new Frames(handle).clockLeads(frame.camera().serial(), ExposureMoment.SHOTS_COMPARED);
        ExposureMoment clock = ExposureMoment.of(frame.object().modified(), leads);
        return clock.at().map(at -> at.plus(clock.tolerance()));
    }

    private boolean measureNext() throws StoreException {
        Optional<PortraitRow> next =
                Waiting.forResult(database.read(handle -> new FrameLooks(handle).nextToMeasure(sessionId())));
        if (next.isEmpty()) {
            return false;
        }
        String frameId = next.get().frameId();
        List<Double> look = measure(next.get());
        boolean unused = Waiting.forResult(database.write(handle -> {
            new FrameLooks(handle).insert(frameId, look);
            return true;
        }));
        measured.run();
        return true;
    }

    private List<Double> measure(PortraitRow portrait) {
        try {
            ColourGrid grid = ColourGrids.of(
                    archive.resolve(portrait.cut().orElseThrow().file()), CropRectangle.WHOLE, Look.COLUMNS, Look.ROWS);
            List<Double> values = new ArrayList<>();
            for (ColourGrid.Lab cell : grid.cells()) {
                values.addAll(List.of(cell.lightness(), cell.a(), cell.b()));
            }
            return values;
        } catch (PictureException e) {
            log.warn("portrait of {} cannot be compared with others: {}", portrait.frameId(), e.getMessage());
            return List.of();
        }
    }

    private String sessionId() {
        return session.id();
    }

    @Override
    public void close() {
        backlog.close();
    }
}
