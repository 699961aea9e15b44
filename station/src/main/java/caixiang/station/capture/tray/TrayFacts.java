package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import caixiang.station.archive.Reassignment;
import caixiang.station.camera.SelfTaken;
import caixiang.station.store.CalledNumber;
import caixiang.station.store.CalledNumbers;
import caixiang.station.store.FrameNeighbours;
import caixiang.station.store.Frames;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads from the records what plans and proposals are made from. */
final class TrayFacts {
    private static final int TRAY_MAX = 200;

    private final Handle handle;
    private final TrayContext context;

    TrayFacts(Handle handle, TrayContext context) {
        this.handle = handle;
        this.context = context;
    }

    MoveFacts of(MoveRequest request) throws MoveException {
        List<CalledNumber> run = new CalledNumbers(handle, sessionId())
                .of(request instanceof MoveRequest.Shift shift ? shift.station() : context.station());
        List<Frame> asked = asked(request);
        Set<Integer> numbers = new HashSet<>();
        if (request instanceof MoveRequest.Frames frames) {
            frames.to().ifPresent(numbers::add);
            asked.forEach(frame -> frame.number().ifPresent(numbers::add));
        } else if (request instanceof MoveRequest.Named) {
            asked.forEach(frame -> Proposals.named(frame).ifPresent(numbers::add));
        } else {
            run.forEach(one -> numbers.add(one.number()));
        }
        return new MoveFacts(run, asked, new Frames(handle).ofNumbers(sessionId(), numbers), owed());
    }

    private List<Frame> asked(MoveRequest request) throws MoveException {
        if (request instanceof MoveRequest.Frames frames) {
            return find(frames.frameIds());
        }
        return request instanceof MoveRequest.Named named ? named(Set.copyOf(named.among())) : List.of();
    }

    /** As many as one order may move; the rest follow with the next. */
    private List<Frame> named(Set<String> among) {
        return new Frames(handle)
                .unclaimed(sessionId()).stream()
                        .filter(frame -> among.isEmpty() || among.contains(frame.frameId()))
                        .filter(frame -> SelfTaken.is(frame.camera()))
                        .filter(frame -> Proposals.named(frame).isPresent())
                        .limit(Reassignment.STEPS_MAX)
                        .toList();
    }

    private List<Frame> find(List<String> frameIds) throws MoveException {
        List<Frame> found = new ArrayList<>();
        for (String frameId : new HashSet<>(frameIds)) {
            found.add(new Frames(handle)
                    .find(frameId)
                    .filter(frame -> frame.sessionId().equals(sessionId()))
                    .orElseThrow(() -> new MoveException(
                            MoveRefusal.NOT_FOUND, "There is no frame " + frameId + " in this session.")));
        }
        return found;
    }

    private Set<Integer> owed() {
        Set<Integer> owed = new HashSet<>();
        for (Shot shot : new Shots(handle).open()) {
            if (shot.sessionId().equals(sessionId())) {
                shot.number().ifPresent(owed::add);
            }
        }
        return owed;
    }

    /** The tray, oldest first, at most 200; the rest follow when these are settled. */
    List<TrayEntry> tray() {
        List<Frame> frames = new Frames(handle)
                .unclaimed(sessionId()).stream().limit(TRAY_MAX).toList();
        if (frames.isEmpty()) {
            return List.of();
        }
        Proposals proposals =
                new Proposals(new CalledNumbers(handle, sessionId()).of(context.station()), context.settling());
        FrameNeighbours neighbours = new FrameNeighbours(handle, sessionId());
        Set<Integer> withFrames = neighbours.numbersWithFrames();
        return frames.stream()
                .map(frame -> new TrayEntry(frame, proposals.of(facts(frame, neighbours, withFrames))))
                .toList();
    }

    private Proposals.Facts facts(Frame frame, FrameNeighbours neighbours, Set<Integer> withFrames) {
        String serial = frame.camera().serial();
        List<Duration> leads = new Frames(handle).clockLeads(serial, ExposureMoment.SHOTS_COMPARED);
        return new Proposals.Facts(
                frame,
                ExposureMoment.of(frame.object().modified(), leads),
                new Shots(handle).openOf(serial),
                neighbours.before(frame),
                neighbours.after(frame),
                withFrames);
    }

    private String sessionId() {
        return context.session().id();
    }
}
