package caixiang.station.camera;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One tethered camera as the rest of the station sees it. All methods return at once and may be called from any thread;
 * stages complete on the camera's own thread, so a receiver goes home before it touches its state.
 */
public interface Camera extends AutoCloseable {

    /** Begins to look for the camera and to report to the listener. Called once. */
    void start(CameraListener listener);

    CameraStatus status();

    /**
     * Asks for one exposure. Completes when the camera has taken the order; the frame follows through
     * {@link CameraListener#frameSpooled}. Fails with a {@link CameraException}. Never repeats the order by itself: after
     * {@link CameraFault#TIMED_OUT} or {@link CameraFault#AGENT_LOST} the camera may have exposed all the same; after
     * {@link CameraFault#DISCONNECTED} or {@link CameraFault#NOT_FOUND} the order never reached it.
     *
     * @param shotId the station's name for this shot, already durable
     */
    @CheckReturnValue
    CompletionStage<Void> trigger(String shotId);

    /**
     * Fetches a file that lies on the card; it arrives through {@link CameraListener#frameSpooled}, and then the stage
     * completes. Files are fetched one by one, and a trigger goes before those that wait.
     */
    @CheckReturnValue
    CompletionStage<Void> fetch(CardObject object);

    /**
     * Deletes a file from the card, if it is still the one described. Goes behind all other orders.
     *
     * <p>Completes when the body says so, which proves little: only the next listing does.
     */
    @CheckReturnValue
    default CompletionStage<Void> delete(CardObject object) {
        return CompletableFuture.failedFuture(new CameraException(CameraFault.UNSUPPORTED, "there is no card"));
    }

    /**
     * Reads the card anew once no picture is under way. Completes when the order is taken;
     * {@link CameraListener#cardListed} follows, and until then the camera is not ready.
     */
    @CheckReturnValue
    default CompletionStage<Void> readCardAnew() {
        return CompletableFuture.failedFuture(new CameraException(CameraFault.NOT_FOUND, "there is no camera"));
    }

    @Override
    void close();
}
