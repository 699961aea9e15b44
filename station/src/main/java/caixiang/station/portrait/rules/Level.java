package caixiang.station.portrait.rules;

import java.util.Locale;

/** How a measure stands to its limits; the later the worse. */
public enum Level {
    PASS,
    WARN,
    FAIL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
