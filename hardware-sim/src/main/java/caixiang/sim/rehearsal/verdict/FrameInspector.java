package caixiang.sim.rehearsal.verdict;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.link.StudioControl.Shot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the evidence about each filed frame, judges it, and remembers every exposure seen. Confined to one thread. */
public final class FrameInspector {
    private final StationApi station;
    private final StudioControl studio;
    private final FrameCodes codes;
    private final Optional<PrintedPaper> paper;
    private final Map<Long, String> studentByNonce = new HashMap<>();

    /** @param paper empty when the printer's folder is out of reach; then what was printed is not compared */
    public FrameInspector(StationApi station, StudioControl studio, FrameCodes codes, Optional<PrintedPaper> paper) {
        this.station = station;
        this.studio = studio;
        this.codes = codes;
        this.paper = paper;
    }

    /** The turn with everything that is wrong with its frame. */
    public Turn inspect(Turn turn) throws InterruptedException {
        if (turn.frame().isEmpty() || turn.sitting().isEmpty()) {
            return turn;
        }
        List<String> problems = new ArrayList<>(turn.problems());
        try {
            judge(turn.sitting().get(), turn.frame().get(), problems);
        } catch (RehearsalException e) {
            problems.add(e.getMessage());
        }
        return new Turn(turn.studentNumber(), turn.sitting(), turn.frame(), problems);
    }

    private void judge(Sitting sitter, Frame frame, List<String> problems)
            throws RehearsalException, InterruptedException {
        byte[] original = station.original(frame.id());
        Evidence.Code code = codes.read(original);
        Optional<Shot> truth =
                code.pixels().isPresent() ? shot(code.pixels().get().nonce()) : Optional.empty();
        problems.addAll(new Evidence(sitter, frame, Digest.of(original), code, truth).mismatches());
        if (code.pixels().isPresent()) {
            noteExposure(code.pixels().get(), sitter, problems);
        }
        int frames = station.frames(sitter.number()).size();
        if (frames != 1) {
            problems.add("%d frames are filed under number %d".formatted(frames, sitter.number()));
        }
        judgePaper(frame, problems);
    }

    private Optional<Shot> shot(long nonce) throws RehearsalException, InterruptedException {
        return studio.shots().stream().filter(shot -> shot.nonce() == nonce).findFirst();
    }

    private void noteExposure(Evidence.Mark mark, Sitting sitter, List<String> problems) {
        String earlier = studentByNonce.putIfAbsent(mark.nonce(), sitter.studentNumber());
        if (earlier != null) {
            problems.add("exposure %d was filed before, as %s".formatted(mark.nonce(), earlier));
        }
    }

    private void judgePaper(Frame frame, List<String> problems) throws RehearsalException, InterruptedException {
        if (frame.portrait().isPresent() && station.portrait(frame.id()).length == 0) {
            problems.add("the portrait is empty");
        }
        for (Sheet sheet : frame.sheets()) {
            if (paper.isPresent() && !paper.get().holds(station.pdf(sheet.id()))) {
                problems.add("the printer has not received the file of sheet " + sheet.template());
            }
        }
    }
}
