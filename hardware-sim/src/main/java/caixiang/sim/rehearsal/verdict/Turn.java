package caixiang.sim.rehearsal.verdict;

import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import java.util.List;
import java.util.Optional;

/**
 * How one person's turn went.
 *
 * @param sitting empty when not even the check-in worked
 * @param frame what the station said of the frame in the end; empty when none was filed
 * @param problems what is not as it must be; empty when the frame is verifiably this person's
 */
public record Turn(String studentNumber, Optional<Sitting> sitting, Optional<Frame> frame, List<String> problems) {
    public Turn {
        problems = List.copyOf(problems);
    }

    public boolean isVerified() {
        return frame.isPresent() && problems.isEmpty();
    }
}
