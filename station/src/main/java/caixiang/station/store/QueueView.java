package caixiang.station.store;

import java.util.List;
import java.util.Optional;

/** Whose turn it is and who waits, in order. */
public record QueueView(Optional<SittingView> current, List<SittingView> waiting) {
    public QueueView {
        waiting = List.copyOf(waiting);
    }
}
