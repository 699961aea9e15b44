package caixiang.station.print;

import java.util.Locale;

/** job-state, RFC 8011 §5.3.7. */
public enum JobState {
    PENDING,
    PENDING_HELD,
    PROCESSING,
    PROCESSING_STOPPED,
    CANCELED,
    ABORTED,
    COMPLETED;

    /** As in the standard, for example {@code processing-stopped}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOver() {
        return this == CANCELED || this == ABORTED || this == COMPLETED;
    }
}
