package caixiang.sim.camera.body;

import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.scene.ExposureData;
import caixiang.sim.scene.LatentImage;
import caixiang.sim.scene.Scene;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the pictures, one at a time: press, expose, develop, store, announce. A press returns at once; the rest runs on
 * a thread of its own, as a body's does. Safe for use by several threads.
 */
public final class Shutter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Shutter.class);

    /** Developing takes less than a second unless something is broken. */
    private static final long CLOSE_SECONDS_MAX = 10;

    /** Where a frame goes: onto the card, or into the buffer the initiator fetches it from. */
    public enum Destination {
        CARD,
        SDRAM
    }

    private final Storage storage;
    private final Scene scene;
    private final Function<Instant, ExposureData> exposureData;
    private final Duration exposureTime;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean exposing;
    private boolean focusMissing;
    private ResponseCode outcome = ResponseCode.OK;

    Shutter(Storage storage, Scene scene, Function<Instant, ExposureData> exposureData, Timing timing) {
        this.storage = storage;
        this.scene = scene;
        this.exposureData = exposureData;
        this.exposureTime = timing.exposureTime;
        this.clock = timing.clock;
    }

    /** How long an exposure takes, and the body's clock. */
    record Timing(Duration exposureTime, Clock clock) {}

    /** Lets the next press find no focus. */
    public synchronized void missFocusOnce() {
        focusMissing = true;
    }

    /**
     * Presses the button: OK when the exposure has begun, else why there will be none.
     *
     * <p>Whoever is before the lens now is on the frame.
     */
    public synchronized ResponseCode press(Destination destination) {
        if (exposing || closed.getCount() == 0) {
            return ResponseCode.DEVICE_BUSY;
        }
        if (!storage.hasRoom(destination)) {
            return ResponseCode.STORE_FULL;
        }
        exposing = true;
        outcome = ResponseCode.OK;
        Runnable work = focusMissing ? this::searchFocus : exposure(destination);
        focusMissing = false;
        Thread thread = new Thread(work, "camera-shutter");
        thread.setDaemon(true);
        thread.start();
        return ResponseCode.OK;
    }

    /** Busy while an exposure runs; then, once, how it ended if it failed; then OK. */
    public synchronized ResponseCode readiness() {
        if (exposing) {
            return ResponseCode.DEVICE_BUSY;
        }
        ResponseCode last = outcome;
        outcome = ResponseCode.OK;
        return last;
    }

    /** Cuts an exposure under way short and waits until its frame is stored. */
    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS_MAX);
            long left = CLOSE_SECONDS_MAX * 1000;
            try {
                while (exposing && left > 0) {
                    wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Runnable exposure(Destination destination) {
        Instant at = clock.instant();
        LatentImage latent = scene.expose(exposureData.apply(at));
        return () -> {
            ResponseCode result = ResponseCode.GENERAL_ERROR;
            try {
                lapse();
                result = storage.store(latent.develop(), at, destination);
            } catch (IOException e) {
                // What a full or broken disk is to us, a full or broken card is to the camera.
                log.warn("frame lost: it cannot be stored", e);
                result = ResponseCode.STORE_FULL;
            } finally {
                end(result);
            }
        };
    }

    private void searchFocus() {
        lapse();
        end(ResponseCode.NIKON_OUT_OF_FOCUS);
    }

    private void end(ResponseCode result) {
        storage.announceEnd(result);
        synchronized (this) {
            exposing = false;
            outcome = result;
            notifyAll();
        }
    }

    /** The exposure time passes; closing cuts it short. */
    private void lapse() {
        try {
            if (closed.await(exposureTime.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("closed in mid-exposure");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
