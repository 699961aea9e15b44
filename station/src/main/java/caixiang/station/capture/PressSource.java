package caixiang.station.capture;

import java.util.Locale;

/** What pressed. Button and keyboard are the console's two ways; a press on the body makes no intent. */
public enum PressSource {
    BUTTON,
    KEYBOARD,
    PEDAL,
    API,
    /** Nobody pressed now: the shot was made again from a sidecar. */
    RECOVERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
