package caixiang.station.print;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a printer says it is.
 *
 * @param reasons printer-state-reasons (RFC 8011 §5.4.12), without {@code none}
 * @param accepting whether it takes new jobs
 * @param sheetsLeft for how many sheets it says it has paper and ribbon
 */
public record PrinterReport(State state, List<String> reasons, boolean accepting, OptionalInt sheetsLeft) {
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
