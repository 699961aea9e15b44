package caixiang.station.capture;

import caixiang.station.archive.Frame;
import caixiang.station.camera.CameraFault;

/** How a press ended. Every press ends in exactly one of these, within the deadline. */
public sealed interface CaptureOutcome {

    /** The frame, its sidecar, its second copy where configured, and its row are on the disk. */
    record Filed(String shotId, int number, Frame frame) implements CaptureOutcome {}

    /** The deadline has passed. The frame will be filed under this number when it comes; do not ask again for it. */
    record Late(String shotId, int number) implements CaptureOutcome {}

    /** The order was not given to the camera. */
    record Refused(RefusalCode code) implements CaptureOutcome {}

    /** The camera failed. Where it may have exposed all the same, the shot stays open and a late frame is still filed. */
    record Failed(String shotId, int number, CameraFault fault) implements CaptureOutcome {}

    /** The frame lies whole in the spool but could not be filed; it will be as soon as the cause is gone. */
    record Unfiled(String shotId, int number, RefusalCode code) implements CaptureOutcome {}
}
