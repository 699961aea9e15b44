package caixiang.station.day;

import caixiang.station.store.ClosedDays;
import java.util.List;
import java.util.Optional;

/**
 * How the day stands.
 *
 * @param closing empty while the day is open
 * @param obstacles also after closing: a frame may come that nobody expected any more
 */
public record DayView(Optional<ClosedDays.Closing> closing, List<Obstacle> obstacles) {
    public DayView {
        obstacles = List.copyOf(obstacles);
    }
}
