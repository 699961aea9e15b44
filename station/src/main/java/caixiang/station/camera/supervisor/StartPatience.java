package caixiang.station.camera.supervisor;

import java.time.Duration;

/**
 * How long an agent may take to its first word: twice as long after each one that did not say it in time, up to four times.
 * On a computer that is busy beyond its means, ending a slow start and beginning it anew would go on for ever. Confined to
 * the camera's thread.
 */
final class StartPatience {
    private static final int DOUBLINGS_MAX = 2;

    private final Duration usual;
    private int silent;

    StartPatience(Duration usual) {
        this.usual = usual;
    }

    Duration next() {
        return usual.multipliedBy(1L << Math.min(silent, DOUBLINGS_MAX));
    }

    void ended(boolean hasGreeted) {
        silent = hasGreeted ? 0 : silent + 1;
    }
}
