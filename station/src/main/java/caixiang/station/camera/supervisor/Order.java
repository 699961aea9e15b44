package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.agent.StationMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Something asked of the camera, and the stage that tells the asker how it went.
 *
 * @param key the shot's id, or the object; what the agent's answer names
 */
record Order(Object key, StationMessage message, long extraMillis, CompletableFuture<Void> result) {
    /** A slow link brings at least so much in one millisecond. */
    private static final long BYTES_PER_MILLI_MIN = 500;

    static Order trigger(String shotId) {
        return new Order(shotId, new StationMessage.Trigger(shotId), 0, new CompletableFuture<>());
    }

    static Order fetch(CardObject object) {
        long extraMillis = Math.max(0, object.sizeBytes()) / BYTES_PER_MILLI_MIN;
        return new Order(object, new StationMessage.Fetch(object), extraMillis, new CompletableFuture<>());
    }

    boolean isTrigger() {
        return message instanceof StationMessage.Trigger;
    }

    /** For the asker, who cannot complete it. */
    CompletionStage<Void> outcome() {
        return result.minimalCompletionStage();
    }

    void succeed() {
        result.complete(null);
    }

    void fail(CameraFault fault, String cause) {
        fail(new CameraException(fault, cause));
    }

    void fail(CameraException cause) {
        result.completeExceptionally(cause);
    }
}
