package caixiang.station.capture;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.crash.CrashPoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in files that were missed, one after the other, so that a press in between waits for one file at most. A file is
 * asked for three times; after that it waits on the card for the next connection.
 */
final class CardFetch {
    private static final Logger log = LoggerFactory.getLogger(CardFetch.class);
    private static final int ATTEMPTS_MAX = 3;
    private static final long PAUSE_MILLIS = 2_000;

    private final Camera camera;
    private final ScheduledExecutorService timer;
    private final Map<CardObject, Integer> attempts = new HashMap<>();

    CardFetch(Camera camera, ScheduledExecutorService timer) {
        this.camera = camera;
        this.timer = timer;
    }

    /** Files that were asked for as often as it is worth in this connection. */
    synchronized Set<CardObject> givenUp() {
        Set<CardObject> givenUp = new HashSet<>();
        attempts.forEach((object, count) -> {
            if (count >= ATTEMPTS_MAX) {
                givenUp.add(object);
            }
        });
        return givenUp;
    }

    /** What a new comparison of the card has found missing. */
    synchronized void begin(List<CardObject> missed) {
        attempts.clear();
        next(missed, 0);
    }

    /** A file could not be brought in, and is tried again after a pause. */
    synchronized void again(CardObject object, CameraFault fault) {
        boolean isConnected = fault != CameraFault.DISCONNECTED && fault != CameraFault.AGENT_LOST;
        if (isConnected && object.sizeBytes() > 0 && attempts.merge(object, 1, Integer::sum) < ATTEMPTS_MAX) {
            try {
                var unused = timer.schedule(() -> next(List.of(object), 0), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                log.info("{} stays on the card for the next start", object.name());
            }
        }
    }

    private void next(List<CardObject> missed, int index) {
        if (index >= missed.size() || timer.isShutdown()) {
            return;
        }
        CardObject object = missed.get(index);
        var unused = camera.fetch(object).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn(
                        "{}/{} could not be fetched from the card: {}",
                        object.folder(),
                        object.name(),
                        failure.toString());
                again(object, Faults.ofCamera(failure));
            }
            next(missed, index + 1);
        });
        CrashPoint.FETCH_ORDERED.passed();
    }
}
