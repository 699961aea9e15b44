package caixiang.station.archive;

import java.util.Locale;

/** Why a frame is this person's. */
public enum FrameReason {
    /** The station asked for it, and the camera announced it as the answer. */
    TRIGGERED,
    /** The body's shutter was pressed while exactly this sitting was current. */
    BODY_PRESS_CURRENT,
    /** It was found on the card afterwards, and exactly one shot of this camera was still open. */
    RECOVERED,
    /** A person gave it to this owner. */
    MOVED,
    /** Nobody can be said to own it; it lies in the tray. */
    UNCLAIMED,
    /** A person said that it is nobody's, such as a test shot: kept, and no longer in the tray. */
    SET_ASIDE;

    /** As in the API, the database and the sidecar, for example {@code body-press-current}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static FrameReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
