package caixiang.sim.rehearsal;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationEvents;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.report.RehearsalResult;
import caixiang.sim.rehearsal.verdict.FrameInspector;
import caixiang.sim.rehearsal.verdict.PrintedPaper;
import caixiang.sim.rehearsal.verdict.SceneCodes;
import caixiang.sim.rehearsal.verdict.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of a rehearsal together and runs it. */
public final class RehearsalRun {
    private static final Logger log = LoggerFactory.getLogger(RehearsalRun.class);

    private RehearsalRun() {}

    /**
     * Photographs everybody of the plan.
     *
     * @throws RehearsalException when the station or the studio cannot be reached or is in use
     */
    public static RehearsalResult of(RehearsalPlan plan) throws RehearsalException, InterruptedException {
        StationApi station = new StationApi(plan.station());
        StudioControl studio = new StudioControl(plan.studio());
        FrameInspector inspector = new FrameInspector(
                station, studio, new SceneCodes(), plan.printed().map(PrintedPaper::new));
        try (StationEvents events = station.follow()) {
            TurnPlayer player = new TurnPlayer(station, studio, events);
            return new Rehearsal(station, studio, player, inspector).run(plan.students(), RehearsalRun::report);
        }
    }

    private static void report(Turn turn) {
        log.info(
                "{} {}: {}",
                turn.sitting().map(s -> "number " + s.number()).orElse("no number"),
                turn.studentNumber(),
                turn.isVerified() ? "verified" : turn.problems());
    }
}
