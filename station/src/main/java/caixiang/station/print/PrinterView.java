package caixiang.station.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the screens show of the printer.
 *
 * @param reasons printer-state-reasons as the printer tells them, or {@link PrinterFault} codes of the station's own
 * @param pending sheets of the session that are not out yet, or may not be
 */
public record PrinterView(State state, Optional<String> name, List<String> reasons, int pending) {
    public PrinterView {
        reasons = List.copyOf(reasons);
    }

    /** As in the API. */
    public enum State {
        /** None is configured; sheets are made and kept. */
        NONE,
        UNREACHABLE,
        IDLE,
        PROCESSING,
        STOPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PrinterView of(Optional<Printer> printer) {
        State state = printer.isPresent() ? State.UNREACHABLE : State.NONE;
        return new PrinterView(state, printer.map(Printer::name), List.of(), 0);
    }

    PrinterView with(int sheetsPending) {
        return new PrinterView(state, name, reasons, sheetsPending);
    }
}
