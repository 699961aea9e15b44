package caixiang.layouts.sheet;

import java.util.Locale;

/** What a caption may say, in the order in which it is said. */
public enum CaptionField {
    NUMBER,
    NAME,
    CLASS,
    SESSION,
    COPY,
    TEXT;

    /** As template files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
