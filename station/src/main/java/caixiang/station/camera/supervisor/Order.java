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
 * @param key the shot's id, the object, or what is to be deleted; what the agent's answer names
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

    /** Under a key of its own: a fetch of the same file may be under way. */
    static Order delete(CardObject object) {
        return new Order(
                new StationMessage.Delete(object), new StationMessage.Delete(object), 0, new CompletableFuture<>());
    }

    /** Answered as soon as it is given: what follows is a new run of the agent. */
    static Order readAnew() {
        return new Order(new Object(), new StationMessage.ReadAnew(), 0, new CompletableFuture<>());
    }

    boolean isAnsweredAtOnce() {
        return message instanceof StationMessage.ReadAnew;
    }

    boolean isDelete() {
        return message instanceof StationMessage.Delete;
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
