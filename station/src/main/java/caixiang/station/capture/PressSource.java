package caixiang.station.capture;

import java.util.Locale;

/** Who fired. */
public enum PressSource {
    BUTTON,
    KEYBOARD,
    API;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
