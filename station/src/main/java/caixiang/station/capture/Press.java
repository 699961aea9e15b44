package caixiang.station.capture;

import java.util.concurrent.CompletableFuture;

/** A press that the camera was asked for. Its outcome is settled once; whoever comes second changes nothing. */
record Press(String shotId, int number, CompletableFuture<CaptureOutcome> outcome) {

    static Press of(String shotId, int number) {
        return new Press(shotId, number, new CompletableFuture<>());
    }

    boolean isOpen() {
        return !outcome.isDone();
    }

    boolean is(String otherShotId) {
        return shotId.equals(otherShotId);
    }
}
