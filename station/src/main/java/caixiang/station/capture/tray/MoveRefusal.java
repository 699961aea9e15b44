package caixiang.station.capture.tray;

/** Why frames are not moved. */
public enum MoveRefusal {
    /** There is no such frame or operation in this session. */
    NOT_FOUND,
    /** Nobody has checked in under a number that frames would go to. */
    UNKNOWN_NUMBER,
    /** All of it is as asked already, or the run has no frames. */
    NOTHING_TO_MOVE,
    TOO_MANY_FRAMES,
    /** Something has changed since the preview was shown. */
    PREVIEW_OUTDATED,
    /** A later operation moved one of the frames again; that one has to be undone first. */
    BUILT_ON,
    ALREADY_UNDONE,
    /** The request id was used for something else. */
    REQUEST_REUSED
}
