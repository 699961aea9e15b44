package caixiang.sim.rehearsal;

import caixiang.sim.rehearsal.StationApi.Sitting;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code follow --station URL --studio URL}: seats before the simulated camera whoever is current at the station, as
 * people do by themselves in life. Ends when the station does.
 */
public final class FollowCommand {
    private static final Set<String> OPTIONS = Set.of("--station", "--studio");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final StationApi station;
    private final StudioControl studio;
    private Optional<String> seated = Optional.empty();

    private FollowCommand(StationApi station, StudioControl studio) {
        this.station = station;
        this.studio = studio;
    }

    /** Returns 0 once the station has closed, 1 when it or the studio cannot be reached, 2 for wrong arguments. */
    public static int run(List<String> arguments, PrintStream err) throws InterruptedException {
        try {
            Options options = new Options(arguments, OPTIONS);
            StationApi station = new StationApi(options.address("--station"));
            new FollowCommand(station, new StudioControl(options.address("--studio"))).follow();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("follow: " + e.getMessage());
            return 2;
        } catch (RehearsalException e) {
            err.println("follow: " + e.getMessage());
            return 1;
        }
    }

    private void follow() throws RehearsalException, InterruptedException {
        studio.empty();
        try (StationEvents events = station.follow()) {
            while (!events.isOver()) {
                long seen = events.seen();
                seat(station.queue().current().map(Sitting::studentNumber));
                events.awaitAfter(seen, LOOK_AGAIN);
            }
        }
    }

    private void seat(Optional<String> current) throws RehearsalException, InterruptedException {
        if (current.equals(seated)) {
            return;
        }
        if (current.isPresent()) {
            studio.seat(current.get());
        } else {
            studio.empty();
        }
        seated = current;
    }
}
