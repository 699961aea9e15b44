package caixiang.sim.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to rehearse.
 *
 * @param station what the station printed when it was ready
 * @param studio the simulator's control port
 * @param students student numbers in the order they come
 * @param printed the folder into which the simulated printer writes; empty when it is out of reach
 */
public record RehearsalPlan(URI station, URI studio, List<String> students, Optional<Path> printed) {
    public RehearsalPlan {
        students = List.copyOf(students);
    }

    /** A plan with the first people of a roster. */
    public static RehearsalPlan of(URI station, URI studio, Path roster, int people, Optional<Path> printed)
            throws IOException {
        return new RehearsalPlan(station, studio, RosterFile.students(roster, people), printed);
    }
}
