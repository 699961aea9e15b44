package caixiang.station.capture.tray;

import caixiang.station.store.MoveOperation;

/** Told after frames have new numbers for good. Called on the {@code store} thread; hands over and returns. */
@FunctionalInterface
public interface MoveListener {
    void framesMoved(MoveOperation operation);
}
