package caixiang.station;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a station that was started with {@code --camera none} has: a desk to check people in, and nothing to shoot with. */
final class NoCamera implements Camera {

    @Override
    public void start(CameraListener listener) {
        // There will never be anything to tell.
    }

    @Override
    public CameraStatus status() {
        return new CameraStatus(CameraStatus.State.ABSENT, Optional.empty(), Optional.empty());
    }

    @Override
    public CompletionStage<Void> trigger(String shotId) {
        return CompletableFuture.failedFuture(
                new CameraException(CameraFault.NOT_FOUND, "this station was started without a camera"));
    }

    @Override
    public CompletionStage<Void> fetch(CardObject object) {
        return trigger(object.name());
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
