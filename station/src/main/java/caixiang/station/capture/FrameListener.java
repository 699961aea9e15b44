package caixiang.station.capture;

import caixiang.station.archive.Frame;

/** Told after a frame is on the disk for good. Called on the {@code store} thread; hands over and returns. */
public interface FrameListener {

    /** The frame belongs to a number. */
    void frameFiled(Frame frame);

    /** The frame lies in the tray. */
    void frameUnclaimed(Frame frame);
}
