package caixiang.sim;

import caixiang.sim.rehearsal.Seating;
import caixiang.sim.rehearsal.link.RehearsalException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** {@code follow}: seats whoever is current at the station, until the station closes. */
final class FollowCommand implements Subcommand {
    @Override
    public String usage() {
        return "--station URL --studio URL";
    }

    @Override
    public List<String> options() {
        return List.of("--station", "--studio");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        Seating seating = new Seating(arguments.address("--station"), arguments.address("--studio"));
        try {
            seating.follow();
            return 0;
        } catch (RehearsalException e) {
            out.println("nobody is seated any more: " + e.getMessage());
            return 1;
        }
    }
}
