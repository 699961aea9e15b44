package caixiang.station.camera.agent;

import java.util.concurrent.TimeUnit;

/**
 * A trigger that the camera took and that no picture answered yet. It stays so after its deadline, until the next trigger:
 * a picture that comes late is still the answer to it.
 *
 * @param isOverdue the station was told that the deadline passed
 * @param otherFile name of a RAW that came since, otherwise empty
 */
record OutstandingShot(String id, long firedNanos, boolean isOverdue, String otherFile) {
    static OutstandingShot fired(String id) {
        return new OutstandingShot(id, System.nanoTime(), false, "");
    }

    boolean isDue(long objectMillis) {
        return !isOverdue && System.nanoTime() - firedNanos > TimeUnit.MILLISECONDS.toNanos(objectMillis);
    }

    OutstandingShot overdue() {
        return new OutstandingShot(id, firedNanos, true, otherFile);
    }

    OutstandingShot withOtherFile(String name) {
        return new OutstandingShot(id, firedNanos, isOverdue, name);
    }
}
