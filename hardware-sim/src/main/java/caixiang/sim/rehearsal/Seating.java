package caixiang.sim.rehearsal;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import caixiang.sim.rehearsal.link.StationEvents;
import caixiang.sim.rehearsal.link.StudioControl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Seats before the simulated camera whoever is current at the station, as people do by themselves in life. */
public final class Seating {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final StationApi station;
    private final StudioControl studio;
    private Optional<String> seated = Optional.empty();

    public Seating(URI station, URI studio) {
        this.station = new StationApi(station);
        this.studio = new StudioControl(studio);
    }

    /** Returns when the station has closed. */
    public void follow() throws RehearsalException, InterruptedException {
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
