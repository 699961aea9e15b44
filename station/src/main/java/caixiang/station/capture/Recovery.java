package caixiang.station.capture;

import caixiang.station.archive.Copies;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.crash.CrashPoint;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Frames;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import caixiang.station.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings database and archive to the same state at the start, whatever step the program ended at the last time. Frames
 * left in the spool are filed afterwards, like any other.
 */
final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final FrameArchive archive;
    private final Filing filing;
    private final Clock clock;

    Recovery(FrameArchive archive, Filing filing, Clock clock) {
        this.archive = archive;
        this.filing = filing;
        this.clock = clock;
    }

    /**
     * Opens the archive and makes the rows that are missing.
     *
     * @return the frames whose rows were missing and are there now
     */
    List<Frame> run(Transactions transactions, List<SpooledFrame> leftInSpool) throws Exception {
        archive.open();
        Set<String> known = transactions.commit(handle -> {
            openShotsAreLate(handle);
            return new Frames(handle).ids();
        });
        List<Frame> rebuilt = new ArrayList<>();
        for (Frame frame : archive.unknown(known)) {
            if (archive.holds(frame)) {
                transactions.commit(handle -> {
                    restoreSurroundings(handle, frame);
                    filing.record(handle, frame, "frame-row-rebuilt", Copies.SECOND_MISSING);
                    return frame;
                });
                CrashPoint.ROW_REBUILT.passed();
                rebuilt.add(frame);
            } else if (leftInSpool.stream().anyMatch(left -> left.sha256().equals(frame.sha256()))) {
                archive.forget(frame);
            } else {
                log.error("{} has a sidecar but is neither in the archive nor in the spool", frame.file());
            }
        }
        return rebuilt;
    }

    /** When the database itself was lost, the session and the shot that the frame names are missing too. */
    private static void restoreSurroundings(Handle handle, Frame frame) {
        Sessions sessions = new Sessions(handle);
        Instant pressed = frame.times().pressed().orElse(frame.times().announced());
        if (!sessions.exists(frame.sessionId())) {
            sessions.open(new Session(frame.sessionId(), frame.sessionId()), pressed);
        }
        frame.number().ifPresent(number -> sessions.raiseNumber(frame.sessionId(), number));
        Shots shots = new Shots(handle);
        if (frame.shotId().isPresent() && shots.find(frame.shotId().get()).isEmpty()) {
            String shotId = frame.shotId().get();
            shots.insert(new Shot(
                    shotId,
                    frame.sessionId(),
                    shotId,
                    frame.station(),
                    frame.number(),
                    Optional.empty(),
                    PressSource.RECOVERED.code(),
                    "station",
                    Optional.of(frame.camera().serial()),
                    ShotState.LATE,
                    Optional.of(ShotEvent.STATION_ENDED),
                    Optional.empty(),
                    pressed,
                    0));
        }
    }

    /** Nobody waits for these any more, but the camera may have exposed. */
    private void openShotsAreLate(Handle handle) {
        Instant now = clock.instant();
        Shots shots = new Shots(handle);
        for (Shot shot : shots.open()) {
            shots.happened(shot.shotId(), ShotEvent.STATION_ENDED, Optional.empty(), now)
                    .ifPresent(late -> LateShots.journal(handle, late, now));
        }
    }
}
