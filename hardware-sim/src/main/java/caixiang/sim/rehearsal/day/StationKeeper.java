package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.plan.Mishap;
import caixiang.sim.rehearsal.site.StationProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pulls a station's plug and starts it again, while whoever uses it carries on. Safe for use by several threads. */
final class StationKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StationKeeper.class);

    private final DaySetting day;
    private final StationProcess station;
    private final ExecutorService hand;

    StationKeeper(DaySetting day, StationProcess station) {
        this.day = day;
        this.station = station;
        this.hand = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "keeper-" + station.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Kills after a moment what the mishap says, and sees to it that it comes back. Returns at once. */
    void strike(Mishap mishap, Duration after) {
        hand.execute(() -> {
            try {
                day.patience().pause(after);
                if (mishap == Mishap.AGENT_KILLED) {
                    station.killAgents();
                } else {
                    restart();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void restart() throws InterruptedException {
        station.kill();
        try {
            station.start();
        } catch (IOException e) {
            log.error("the station does not come back", e);
            day.log().problem("the station does not start again: " + e.getMessage());
            day.patience().breakOff();
        }
    }

    /** Lets a restart under way finish. */
    @Override
    public void close() {
        hand.shutdown();
        try {
            if (!hand.awaitTermination(DaySetting.STATION_BACK.toSeconds(), TimeUnit.SECONDS)) {
                hand.shutdownNow();
            }
        } catch (InterruptedException e) {
            hand.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
