package caixiang.station.print;

import java.util.List;

/**
 * How a printer says it is.
 *
 * @param reasons printer-state-reasons (RFC 8011 §5.4.12), without {@code none}
 * @param accepting whether it takes new jobs
 */
public record PrinterReport(State state, List<String> reasons, boolean accepting) {
    public PrinterReport {
        reasons = List.copyOf(reasons);
    }

    /** printer-state, RFC 8011 §5.4.11. */
    public enum State {
        IDLE,
        PROCESSING,
        STOPPED
    }
}
