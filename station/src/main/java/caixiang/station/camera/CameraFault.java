package caixiang.station.camera;

/** What can go wrong with a camera, in the operator's terms. The screens hold one sentence for each. */
public enum CameraFault {
    /** No camera answers at the configured place, or none was found. */
    NOT_FOUND,
    /** Another program, or another initiator, holds the camera. */
    IN_USE,
    /** The camera was there and is gone: cable, battery, power switch. */
    DISCONNECTED,
    /** The camera answers that it cannot take the order now. */
    BUSY,
    /** The camera could not focus and did not expose. */
    OUT_OF_FOCUS,
    CARD_FULL,
    NO_CARD,
    BATTERY_EMPTY,
    /** The camera did not answer in time. It may have exposed all the same. */
    TIMED_OUT,
    /** The agent process ended or hung and was ended. The camera may have exposed all the same. */
    AGENT_LOST,
    /** The file on the camera and the bytes received differ, or the picture is cut short. */
    DAMAGED_FRAME,
    /** The spool cannot be written: disk full or read-only. */
    SPOOL_FAILED,
    /** The body wrote a RAW and no JPEG. It exposed; the RAW is brought in and filed alone. */
    NO_JPEG,
    UNSUPPORTED,
    UNKNOWN
}
