package caixiang.station.capture;

import java.util.Locale;

/** Why the station itself did not do what was asked. */
public enum RefusalCode {
    NOBODY_CURRENT,
    /** The day was closed; it must be opened again first. */
    DAY_CLOSED,
    /** The last press has no outcome yet. */
    CAPTURE_BUSY,
    DISK_FULL,
    STORE_FAILED,
    STOPPING;

    /** The problem code of the API, for example {@code nobody-current}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
