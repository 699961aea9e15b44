package caixiang.sim;

import caixiang.sim.rehearsal.RehearsalException;
import caixiang.sim.rehearsal.Seating;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code follow}: seats whoever is current at the station, until the station closes. */
final class FollowCommand implements Subcommand {
    private static final Logger log = LoggerFactory.getLogger(FollowCommand.class);

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
            log.error("{}", e.getMessage());
            return 1;
        }
    }
}
