package caixiang.sim.rehearsal;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationApi.Queue;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.report.RehearsalResult;
import caixiang.sim.rehearsal.verdict.FrameInspector;
import caixiang.sim.rehearsal.verdict.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Photographs one person after the other as an operator would, and compares who sat before the camera with who the
 * station says it was. Confined to one thread.
 */
final class Rehearsal {
    /** A station that fails this often in a row is not going to recover by pressing on; each failure may take minutes. */
    private static final int FAILURES_IN_A_ROW_MAX = 3;

    private final StationApi station;
    private final StudioControl studio;
    private final TurnPlayer player;
    private final FrameInspector inspector;

    Rehearsal(StationApi station, StudioControl studio, TurnPlayer player, FrameInspector inspector) {
        this.station = station;
        this.studio = studio;
        this.player = player;
        this.inspector = inspector;
    }

    /** Runs a turn for each student number, telling {@code progress} of each as it ends. */
    RehearsalResult run(List<String> students, Consumer<Turn> progress)
            throws RehearsalException, InterruptedException {
        refuseBusyStation();
        int shotsBefore = studio.shots().size();
        List<Turn> turns = new ArrayList<>();
        int failuresInARow = 0;
        for (String student : students) {
            Turn turn = inspector.inspect(player.play(student));
            turns.add(turn);
            progress.accept(turn);
            failuresInARow = turn.isVerified() ? 0 : failuresInARow + 1;
            if (failuresInARow == FAILURES_IN_A_ROW_MAX) {
                break;
            }
        }
        return new RehearsalResult(turns, wholeDayProblems(students.size(), turns.size(), shotsBefore));
    }

    /** A rehearsal must never run into a real day. */
    private void refuseBusyStation() throws RehearsalException, InterruptedException {
        Queue queue = station.queue();
        if (queue.current().isPresent() || queue.waiting() > 0) {
            throw new RehearsalException(
                    "the station is in use: somebody is current or waiting; start it on a new folder");
        }
        if (station.trayed() > 0) {
            throw new RehearsalException("the station has frames in its tray; start it on a new folder");
        }
    }

    private List<String> wholeDayProblems(int wanted, int turns, int shotsBefore) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        if (turns < wanted) {
            problems.add("given up after %d of %d people".formatted(turns, wanted));
        }
        try {
            int unclaimed = station.trayed();
            if (unclaimed > 0) {
                problems.add(unclaimed + " frames lie in the tray");
            }
            int shots = studio.shots().size() - shotsBefore;
            if (shots != turns) {
                problems.add("the camera fired %d times for %d people".formatted(shots, turns));
            }
        } catch (RehearsalException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }
}
