package caixiang.station.day;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** A room that knows of something that may stand in the way of closing the day. The root wires them. */
@FunctionalInterface
public interface ObstacleSource {
    /**
     * What stands in the way now; empty when nothing does. Called from any thread and returns at once. A stage that fails,
     * or takes longer than five seconds, counts as {@link Obstacle.Code#UNKNOWN}: what cannot be said is not fine.
     */
    CompletionStage<List<Obstacle>> obstacles();
}
