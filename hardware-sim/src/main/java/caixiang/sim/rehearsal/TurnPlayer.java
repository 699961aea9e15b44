package caixiang.sim.rehearsal;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Queue;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import caixiang.sim.rehearsal.link.StationEvents;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.verdict.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes one person from check-in to both sheets. Confined to one thread. */
final class TurnPlayer {
    /** How many turns may be called before the person just checked in has to be current. */
    private static final int CALLS_MAX = 3;

    private static final int SHEETS = 2;
    private static final Duration FRAME_DEADLINE = Duration.ofMinutes(1);
    private static final Duration SHEETS_DEADLINE = Duration.ofMinutes(2);

    /** Looked at again at least this often, should an announcement be missed. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final StationApi station;
    private final StudioControl studio;
    private final StationEvents events;

    TurnPlayer(StationApi station, StudioControl studio, StationEvents events) {
        this.station = station;
        this.studio = studio;
        this.events = events;
    }

    Turn play(String student) throws InterruptedException {
        Optional<Sitting> sitting = Optional.empty();
        try {
            Sitting sitter = station.checkIn(student);
            sitting = Optional.of(sitter);
            makeCurrent(sitter);
            studio.seat(student);
            Optional<String> frameId = station.capture();
            String id = frameId.isPresent() ? frameId.get() : awaitLateFrame(sitter);
            return new Turn(student, sitting, Optional.of(awaitSheets(id)), List.of());
        } catch (RehearsalException e) {
            return new Turn(student, sitting, Optional.empty(), List.of(e.getMessage()));
        }
    }

    private void makeCurrent(Sitting sitter) throws RehearsalException, InterruptedException {
        Queue queue = station.queue();
        for (int calls = 0; calls < CALLS_MAX && !isCurrent(sitter, queue); calls++) {
            queue = station.callNext();
        }
        if (!isCurrent(sitter, queue)) {
            throw new RehearsalException("number %d never became current".formatted(sitter.number()));
        }
    }

    private static boolean isCurrent(Sitting sitter, Queue queue) {
        return queue.current().filter(c -> c.number() == sitter.number()).isPresent();
    }

    private String awaitLateFrame(Sitting sitter) throws RehearsalException, InterruptedException {
        long deadline = System.nanoTime() + FRAME_DEADLINE.toNanos();
        while (System.nanoTime() < deadline && !events.isOver()) {
            long seen = events.seen();
            List<Frame> frames = station.frames(sitter.number());
            if (!frames.isEmpty()) {
                return frames.get(0).id();
            }
            events.awaitAfter(seen, LOOK_AGAIN);
        }
        throw new RehearsalException(
                "the frame was late and was not filed within %d s".formatted(FRAME_DEADLINE.toSeconds()));
    }

    /** The frame once both sheets are over, or as it is when the deadline passes. */
    private Frame awaitSheets(String id) throws RehearsalException, InterruptedException {
        long deadline = System.nanoTime() + SHEETS_DEADLINE.toNanos();
        while (true) {
            long seen = events.seen();
            Frame now = station.frame(id);
            boolean isOver =
                    now.sheets().size() >= SHEETS && now.sheets().stream().allMatch(Sheet::isOver);
            if (isOver || System.nanoTime() > deadline || events.isOver()) {
                return now;
            }
            events.awaitAfter(seen, LOOK_AGAIN);
        }
    }
}
